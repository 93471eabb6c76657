// Starts GOV.UK Frontend. Its address is given by the page, because the served name has a digest.
const { initAll } = await import(document.getElementById("start").dataset.govukFrontend);
initAll();
