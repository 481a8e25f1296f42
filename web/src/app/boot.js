// Runs before first paint. A file, not inline: the content-security policy forbids inline scripts.
(() => {
  const ask = (link) => document.head.append(Object.assign(document.createElement("link"), { crossOrigin: "anonymous" }, link));
  let is_known = false;
  let language = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === "de" || tag === "en");
  try {
    // A chosen theme must not flash.
    const preferences = JSON.parse(localStorage.getItem("fitfolio.preferences") ?? "{}");
    if (preferences.theme === "light" || preferences.theme === "dark") document.documentElement.dataset.theme = preferences.theme;
    if (preferences.language) document.documentElement.lang = language = preferences.language;
    is_known = localStorage.getItem("fitfolio.user_id") !== null;
  } catch {
    // Storage is blocked or damaged: the system theme is a fine start.
  }
  // What the first page will import anyway, before the scripts have run that know it. Who has never signed
  // in here is not sent the app. The build writes the names of the files into this script's element.
  const { home = "", signIn = "", homeDe = "", homeEn = "", signInDe = "", signInEn = "" } = document.currentScript?.dataset ?? {};
  const words = language === "de" ? [homeDe, signInDe] : [homeEn, signInEn];
  const files = is_known ? [home, words[0]] : [signIn, words[1]];
  for (const href of files.join(" ").split(" ")) if (href) ask({ rel: "modulepreload", href });
  // The home page asks for this as soon as it runs; the line is free until then.
  if (is_known && location.pathname === "/") ask({ rel: "preload", as: "fetch", href: "/api/v1/home" });
})();
