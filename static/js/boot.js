// Runs before the first paint: the theme and the sidebar are right from the start.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const theme = localStorage.getItem("kameo-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    if (localStorage.getItem("kameo-side") === "rail") root.dataset.side = "rail";
  } catch {
    // Storage may be closed (private window): the system's theme is fine.
  }
})();
