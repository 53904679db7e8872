/** Gives the demonstration's token to the agenda. A real page would sign its reader in first. */
const agenda = document.querySelector('sas-agenda');
const status = document.querySelector('#connexion');

async function demonstrationToken() {
  const response = await fetch('/demo-token', { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`sign-in answered ${response.status}`);
  const { token } = await response.json();
  return token;
}

// Set before the element's own script runs. A function: the agenda asks again when a token is refused,
// and a server that starts again has new ones.
agenda.getToken = demonstrationToken;

// At the weekend the practice is closed: the week that comes says more.
const today = new Date();
const daysToMonday = [1, 0, 0, 0, 0, 0, 2][today.getDay()];
today.setDate(today.getDate() + daysToMonday);
if (daysToMonday > 0) agenda.week = today.toLocaleDateString('sv');

demonstrationToken().catch(() => {
  status.textContent =
    'La démonstration ne donne pas de connexion ici. Ouvrez cette page sur l’ordinateur où elle tourne.';
});
