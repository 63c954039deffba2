// Says so when the program cannot start or has stopped; the page stays as it was.
const root = document.documentElement;
const started = () => root.hasAttribute('data-ready');
const stopped = () => {
  for (const line of document.querySelectorAll('.loading')) line.remove();
  document.getElementById('stopped')?.removeAttribute('hidden');
};

// Without scripts nothing loads, and nothing says so.
for (const line of document.querySelectorAll('.loading')) line.removeAttribute('hidden');
// Until the program runs every error is its own; later only those of WebAssembly are. A file that does
// not arrive raises an error that does not bubble.
addEventListener('error', ({ error, target }) => {
  const ours = started() ? error instanceof WebAssembly.RuntimeError : error || target instanceof HTMLScriptElement;
  if (ours) stopped();
}, true);
addEventListener('unhandledrejection', () => started() || stopped());
if (typeof WebAssembly === 'undefined') stopped();
