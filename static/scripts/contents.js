// Reading a version: the contents list shows where one is. Without scripts it is a list.
const NEAR_THE_TOP = 0.25; // of the window's height: a heading above that is being read
const BELOW = `0px 0px -${100 - 100 * NEAR_THE_TOP}% 0px`;

function followContents(nav) {
  const links = new Map([...nav.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
  const headings = [...document.querySelectorAll(".app-document__heading")];
  let current = null;

  function show() {
    const line = innerHeight * NEAR_THE_TOP;
    const above = headings.filter((heading) => heading.getBoundingClientRect().top < line);
    const link = links.get(above.at(-1)?.id) ?? null;
    if (link === current) {
      return;
    }
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    current = link;
    keepInView(link);
  }

  // Within the list's own scrolling only: the page stays where the reader has it.
  function keepInView(link) {
    const box = nav.closest(".app-reading__aside");
    if (!link || box.scrollHeight <= box.clientHeight) {
      return;
    }
    const [outer, inner] = [box.getBoundingClientRect(), link.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) {
      box.scrollTop += inner.top - outer.top - outer.height / 3;
    }
  }

  const watcher = new IntersectionObserver(show, { rootMargin: BELOW });
  headings.forEach((heading) => watcher.observe(heading));
}

const nav = document.querySelector(".app-contents nav");
if (nav) {
  followContents(nav);
}
