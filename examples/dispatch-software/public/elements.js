/** The elements of the platform in these pages: their token, and what was booked goes to its case. */
async function getToken() {
  const response = await fetch('/token', { method: 'POST' });
  if (!response.ok) throw new Error(`no token: ${response.status}`);
  return (await response.json()).token;
}

for (const element of document.querySelectorAll('sas-orientation, sas-orientation-list'))
  element.getToken = getToken;

// Nobody types it again: the appointment is on its case before its message comes from the Hub.
document.addEventListener('sas-orientation-made', ({ orientation, caseRef }) => {
  const { appointmentId, firstStart } = orientation;
  // A decision that waited has a case of its own, whatever page it is carried out in.
  const of = orientation.caseRef ?? caseRef;
  if (appointmentId === null || of === '') return;
  const body = new URLSearchParams({ appointmentId, start: firstStart ?? '' });
  void fetch(`/cases/${encodeURIComponent(of)}/appointments`, { method: 'POST', body });
});

document.addEventListener('sas-orientation-withdrawn', ({ orientation: { appointmentId } }) => {
  if (appointmentId === null) return;
  void fetch(`/appointments/${encodeURIComponent(appointmentId)}/withdrawn`, { method: 'POST' });
});

// Another appointment is wanted, or a decision waits to be carried out: in the page of its case.
for (const name of ['sas-orientation-again', 'sas-orientation-execute'])
  document.addEventListener(name, ({ orientation: { caseRef } }) => {
    if (caseRef !== null) location.assign(`/cases/${encodeURIComponent(caseRef)}`);
  });
