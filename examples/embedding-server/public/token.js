/** The token of the elements in this page, from its own server: no credentials are in the page. */
async function getToken() {
  const response = await fetch('/token', { method: 'POST' });
  if (!response.ok) throw new Error(`no token: ${response.status}`);
  return (await response.json()).token;
}

for (const element of document.querySelectorAll('sas-orientation, sas-orientation-list'))
  element.getToken = getToken;
