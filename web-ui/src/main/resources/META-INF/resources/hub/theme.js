// Dark or light, before anything is painted. "system" follows the system; a choice stays with this browser.
(() => {
  const KEY = "hub.theme";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  window.hub = window.hub || {};

  function chosen() {
    try {
      return localStorage.getItem(KEY) || "system";
    } catch {
      return "system";
    }
  }

  function apply() {
    const theme = chosen();
    document.documentElement.dataset.theme = theme === "system" ? (dark.matches ? "dark" : "light") : theme;
  }

  window.hub.theme = (theme) => {
    const next = theme === "other" ? (document.documentElement.dataset.theme === "dark" ? "light" : "dark") : theme;
    try {
      if (next === "system") localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, next);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    document.documentElement.dataset.theme = next === "system" ? (dark.matches ? "dark" : "light") : next;
  };

  dark.addEventListener("change", apply);
  apply();
})();
