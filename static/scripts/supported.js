// Runs before the page is painted: marks that scripts work, so that enhanced styles apply at once.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
