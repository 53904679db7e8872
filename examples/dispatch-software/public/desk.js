/** Keeps what is shown as it is on the server; says so when it cannot. */
const live = document.getElementById('live');
const frozen = document.getElementById('frozen');

/** `9 h 20` on the clock of this desk. */
function now() {
  const at = new Date();
  const minutes = at.getMinutes();
  const hour = `${at.getHours()}\u00a0h`;
  return minutes === 0 ? hour : `${hour}\u00a0${String(minutes).padStart(2, '0')}`;
}

function freeze() {
  if (!frozen.hidden) return;
  frozen.textContent = `Tableau figé depuis ${now()}, passez au téléphone.`;
  frozen.hidden = false;
}

/** Not while somebody is on a button of it: the next change, or their leaving, brings it. */
let late = false;
async function refresh() {
  if (live.contains(document.activeElement)) return void (late = true);
  late = false;
  try {
    const response = await fetch(live.dataset.part);
    if (!response.ok) return freeze();
    live.innerHTML = await response.text();
    frozen.hidden = true;
  } catch {
    freeze();
  }
}

if (live !== null) {
  const events = new EventSource('/events');
  // Also after the line was cut: what came meanwhile is read.
  events.addEventListener('open', refresh);
  events.addEventListener('changed', refresh);
  events.addEventListener('error', freeze);
  live.addEventListener('focusout', () => {
    if (late) queueMicrotask(refresh);
  });
}
