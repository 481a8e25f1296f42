// Runs before first paint. A file, not inline: the content-security policy forbids inline scripts.
(() => {
  try {
    // A chosen theme must not flash.
    const preferences = JSON.parse(localStorage.getItem("fitfolio.preferences") ?? "{}");
    if (preferences.theme === "light" || preferences.theme === "dark") document.documentElement.dataset.theme = preferences.theme;
    if (preferences.language) document.documentElement.lang = preferences.language;
    // The home page asks for this as soon as it runs; the line is free until then.
    if (location.pathname === "/" && localStorage.getItem("fitfolio.user_id")) {
      const link = document.createElement("link");
      Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: "/api/v1/home" });
      document.head.append(link);
    }
  } catch {
    // Storage is blocked or damaged: the system theme is a fine start.
  }
})();
