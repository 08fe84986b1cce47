// What the desk does better with a script: focus on the errors, dropping a file, progress of an upload, live status.
// Nothing depends on this file: forms are sent and pages refreshed without it.

document.querySelector('[data-focus]')?.focus();

for (const form of document.querySelectorAll('form[data-upload]')) watchUpload(form);

const moving = document.querySelector('[data-watch]');
if (moving) watchState(moving);

function watchUpload(form) {
  const place = form.querySelector('[data-drop]');
  const input = form.querySelector('input[type="file"]');
  const told = document.createElement('p');
  told.className = 'drop-told';
  told.setAttribute('role', 'status');
  told.textContent = place.dataset.idle;
  place.append(told);
  place.classList.add('ready');
  input.addEventListener('change', () => tell(input, told));
  for (const name of ['dragenter', 'dragover']) place.addEventListener(name, (event) => invite(event, place));
  for (const name of ['dragleave', 'drop']) place.addEventListener(name, () => place.classList.remove('over'));
  place.addEventListener('drop', (event) => take(event, input, told));
  form.addEventListener('submit', (event) => send(event, form, place, told));
}

function tell(input, told) {
  const [file] = input.files;
  if (file) told.textContent = file.name;
}

function invite(event, place) {
  event.preventDefault();
  place.classList.add('over');
}

function take(event, input, told) {
  event.preventDefault();
  if (event.dataTransfer.files.length === 0) return;
  input.files = event.dataTransfer.files;
  tell(input, told);
}

// XMLHttpRequest, since fetch does not tell how much of a body has gone out.
function send(event, form, place, told) {
  if (form.querySelector('input[type="file"]').files.length === 0) return;
  event.preventDefault();
  const bar = document.createElement('progress');
  bar.max = 100;
  bar.setAttribute('aria-label', place.dataset.sending);
  told.after(bar);
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.value = Math.round((loaded / total) * 100);
    told.textContent = loaded === total ? place.dataset.checking : `${place.dataset.sending}: ${bar.value} %`;
  });
  request.addEventListener('load', () => follow(request));
  request.addEventListener('error', () => form.submit());
  for (const button of form.querySelectorAll('button')) button.disabled = true;
  request.send(new FormData(form));
}

// The answer was redirected to the upload; a page with errors stands in the answer itself.
function follow(request) {
  if (request.status < 400) location.assign(request.responseURL);
  else {
    document.open();
    document.write(request.responseText);
    document.close();
  }
}

function watchState(place) {
  const { watch, state } = place.dataset;
  const ask = async () => {
    const reply = await fetch(watch, { headers: { accept: 'application/json' } });
    if (!reply.ok) return;
    const { state: now } = await reply.json();
    if (now === state) setTimeout(ask, 1_000);
    else location.reload();
  };
  setTimeout(ask, 1_000);
}
