// Room for one more partner's comment: a copy of the last, empty, and counted.
const NUMBER = /(-partners-)\d+(-)/;

function addPartner(partners) {
  const total = partners.querySelector("[name$='-TOTAL_FORMS']");
  const most = partners.querySelector("[name$='-MAX_NUM_FORMS']");
  const number = Number(total.value);
  if (number >= Number(most.value)) {
    return;
  }
  const all = partners.querySelectorAll("fieldset");
  const copy = all[all.length - 1].cloneNode(true);
  copy.querySelector("legend").textContent = `Partner’s comment ${number + 1}`;
  copy.querySelector("[type=checkbox]")?.closest(".govuk-form-group").remove();
  for (const wrong of copy.querySelectorAll(".govuk-error-message")) {
    wrong.parentElement.remove();
  }
  for (const element of copy.querySelectorAll("[name], [id], [for], [aria-describedby]")) {
    renumber(element, number);
  }
  for (const field of copy.querySelectorAll("input, textarea")) {
    field.value = "";
    field.textContent = "";
  }
  all[all.length - 1].after(copy);
  total.value = number + 1;
  copy.querySelector("input").focus();
}

function renumber(element, number) {
  for (const name of ["name", "id", "for", "aria-describedby"]) {
    const value = element.getAttribute(name);
    if (value) {
      element.setAttribute(name, value.replace(NUMBER, `$1${number}$2`));
    }
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-add-partner]");
  if (button) {
    addPartner(button.closest("[data-partners]"));
  }
});
