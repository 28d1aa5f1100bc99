// The colours and the language this device was set to, before anything is painted.
(function () {
  try {
    var theme = localStorage.getItem('ideslussen.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    if (localStorage.getItem('ideslussen.language') === 'en') document.documentElement.lang = 'en';
  } catch (ignored) {
    // Storage may be closed; then the device's own colours and Swedish stand.
  }
})();
