// The colours and the language this device was set to, before anything is painted; and where nobody is signed in the
// page they sign in on, before the code of another is fetched.
(function () {
  try {
    var theme = localStorage.getItem('ideslussen.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    if (localStorage.getItem('ideslussen.language') === 'en') document.documentElement.lang = 'en';
    if (location.pathname === '/' && localStorage.getItem('ideslussen.person') === null)
      history.replaceState(null, '', '/logga-in');
  } catch (ignored) {
    // Storage may be closed; then the device's own colours and Swedish stand.
  }
})();
