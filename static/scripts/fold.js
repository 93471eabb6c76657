// Runs where it stands: on a phone the contents list before it begins folded, so that the text is
// near. It is open without scripts.
if (matchMedia("(max-width: 59.99em)").matches) {
  document.currentScript.previousElementSibling.open = false;
}
