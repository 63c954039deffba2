// Says that the program cannot start or has stopped; the page stays as it was.
const root = document.documentElement;
const started = () => root.hasAttribute('data-ready');
const stopped = () => {
  if (!started()) root.dataset.static = '';
  document.getElementById(started() ? 'stopped' : 'unstarted').hidden = false;
};

// Until the program runs every error is its own; later only those of WebAssembly are. A file that does
// not arrive raises an error that does not bubble.
addEventListener('error', ({ error, target }) => {
  const ours = started() ? error instanceof WebAssembly.RuntimeError : error || target instanceof HTMLScriptElement;
  if (ours) stopped();
}, true);
addEventListener('unhandledrejection', () => started() || stopped());
