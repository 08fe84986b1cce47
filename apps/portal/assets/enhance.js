// Adds a copy button after every element with data-copy (the button's word) and data-copied (the word once done).
// Nothing on the site depends on this file.
if (navigator.clipboard) {
  for (const source of document.querySelectorAll('[data-copy]')) {
    const button = document.createElement('button');
    const { copy, copied } = source.dataset;
    button.type = 'button';
    button.className = 'copy';
    button.textContent = copy;
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = copied;
      setTimeout(() => (button.textContent = copy), 2000);
    });
    source.after(' ', button);
  }
}
