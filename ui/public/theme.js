// Puts the chosen theme and density on the root element before the first paint. Without a
// choice of theme the system's setting rules (color-scheme in base.css). Kept apart from
// the bundle because the page's policy allows no inline script.
(function () {
  try {
    var theme = localStorage.getItem("cairn.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
    document.documentElement.dataset.density = localStorage.getItem("cairn.density") || "default";
  } catch {
    // Storage can be refused; the system's theme is then the right one.
  }
})();
