// Says that the program cannot start or has stopped; the page stays as it was. Stands after the style
// sheet and holds up what follows, which is so never seen without its style.
const root = document.documentElement;
const started = () => root.hasAttribute('data-ready');
const stopped = () => {
  if (!started()) root.dataset.static = '';
  document.getElementById(started() ? 'stopped' : 'unstarted').hidden = false;
};

// Until the program runs every error is its own; later only those of WebAssembly are.
addEventListener('error', ({ error }) => {
  if (started() ? error instanceof WebAssembly.RuntimeError : error) stopped();
});
addEventListener('unhandledrejection', () => started() || stopped());
// The starter may not have arrived, or a browser may be too old for it.
addEventListener('load', () => root.hasAttribute('data-starting') || stopped());
