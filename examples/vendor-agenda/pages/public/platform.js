/** Gives the agenda the token that this program was started with. */
const agenda = document.querySelector('sas-agenda');
const status = document.querySelector('#connexion');

// Set before the element's own script runs; a function, since the element asks again when one is refused.
agenda.getToken = async () => {
  const response = await fetch('/plateforme/jeton', { method: 'POST' });
  if (response.ok) return (await response.json()).token;
  status.hidden = false;
  status.textContent = 'Ce programme ne donne pas de jeton ici. Ouvrez la page sur son ordinateur.';
  throw new Error(`the token answered ${response.status}`);
};
