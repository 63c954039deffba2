// Links in a frame: those to other blocks and languages stay in it, all others leave it alone and open beside its
// host's page.

/**
 * @param address gives the address of what is shown, on the page with a path
 * @param confined whether the frame has no origin: then its sandbox may refuse to open anything
 */
export function watchLinks(address, confined) {
  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (!link || event.defaultPrevented || link.getAttribute('href').startsWith('#')) return;
    if (link.id === 'language') {
      link.href = address(link.pathname);
    } else if (link.closest('#app') && link.pathname === location.pathname && !link.hasAttribute('download')) {
      // Another view of the same block.
    } else if (confined) {
      event.preventDefault();
      openBeside(link.href);
    } else if (!link.hasAttribute('download')) {
      link.target = '_blank';
    }
  });
}

/** Where the sandbox lets nothing open, a reader can still take the address along. */
function openBeside(href) {
  try {
    const opened = open(href);
    if (opened) {
      opened.opener = null;
      return;
    }
  } catch {
    // Some browsers give nothing, others throw.
  }
  const told = document.getElementById('unopened');
  told.querySelector('bdi').textContent = href;
  told.hidden = false;
}
