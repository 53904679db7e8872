/** What was booked in these pages goes to its case; what is to be found again, to the page of its case. */

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
