/** What the form does where scripts run: it keeps each answer as soon as it is given. Without it all works but that. */

export const SCRIPT = `'use strict';
(() => {
  const form = document.querySelector('form[method=post]');
  const state = form && form.querySelector('.state');
  if (!form || !state) return;
  let due = 0;
  let newest = 0;
  const save = async () => {
    const mine = ++newest;
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(location.pathname, { method: 'POST', body, headers: { accept: 'application/json' } }).catch(() => null);
    if (mine !== newest) return;
    if (answer && answer.status === 409) { location.reload(); return; }
    if (answer && answer.status === 422) { state.textContent = ''; return; }
    state.textContent = answer && answer.ok ? state.dataset.saved : state.dataset.unsaved;
    if (!answer || !answer.ok) due = setTimeout(save, 5000);
  };
  form.addEventListener('input', () => { clearTimeout(due); due = setTimeout(save, 700); });
  const chooser = document.querySelector('form.lang');
  chooser && chooser.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearTimeout(due);
    await save();
    chooser.submit();
  });
})();
`;
