// Runs before first paint so that a chosen theme does not flash. A file, not inline: the
// content-security policy forbids inline scripts.
(() => {
  try {
    const preferences = JSON.parse(localStorage.getItem("fitfolio.preferences") ?? "{}");
    if (preferences.theme === "light" || preferences.theme === "dark") document.documentElement.dataset.theme = preferences.theme;
    if (preferences.language) document.documentElement.lang = preferences.language;
  } catch {
    // Storage is blocked or damaged: the system theme is a fine start.
  }
})();
