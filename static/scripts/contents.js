// Reading a version: the contents list shows where one is. Without scripts it is a list.
// A heading is read once it is above this line; however fast one goes, it is then above it.
const ABOVE_THE_LINE = "1000000px 0px -75% 0px";

function followContents(nav) {
  const links = new Map([...nav.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
  const headings = [...document.querySelectorAll(".app-document__heading")];
  const read = new Set();
  let current = null;

  function show(entries) {
    for (const { target, isIntersecting } of entries) {
      read[isIntersecting ? "add" : "delete"](target);
    }
    const link = links.get(headings.findLast((heading) => read.has(heading))?.id) ?? null;
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

  const watcher = new IntersectionObserver(show, { rootMargin: ABOVE_THE_LINE });
  headings.forEach((heading) => watcher.observe(heading));
}

const nav = document.querySelector(".app-contents nav");
if (nav) {
  followContents(nav);
}
