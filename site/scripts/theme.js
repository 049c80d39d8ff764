// Runs before the first paint: a theme that the reader chose earlier, so that the page does not flash.
// Without a choice, or where storage is not allowed, the page follows the system.
(function () {
  "use strict";
  const root = document.documentElement;
  const key = "learn-theme";

  function stored() {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;  // storage is closed to pages from some origins; the choice then lasts for this page
    }
  }

  function store(theme) {
    try {
      localStorage.setItem(key, theme);
    } catch {
      return;
    }
  }

  const chosen = stored();
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;

  document.addEventListener("DOMContentLoaded", function () {
    const header = document.querySelector(".site-header");
    if (!header) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "theme-switch";
    button.innerHTML =
      '<svg class="sun" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="4"/>' +
      '<path d="M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2"/></svg>' +
      '<svg class="moon" viewBox="0 0 24 24" aria-hidden="true"><path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z"/></svg>';
    const dark = () =>
      root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    const label = () => button.setAttribute("aria-label", dark() ? "Use light colours" : "Use dark colours");
    button.addEventListener("click", function () {
      root.dataset.theme = dark() ? "light" : "dark";
      store(root.dataset.theme);
      label();
    });
    label();
    header.append(button);
  });
})();
