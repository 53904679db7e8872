import { useState } from 'react';
import '@sas-kit/elements/booking';
import type {} from '@sas-kit/elements/react';

/** The whole booking path, and what the page itself does with the reference. */
export function Booking() {
  const [reference, setReference] = useState('');
  return (
    <>
      <sas-booking
        baseUrl="https://your-platform.example"
        publishableKey="pk_…"
        insee="76351"
        slotsPerCard={12}
        onsas-book={({ appointment }) => setReference(appointment.reference)}
      >
        <p>
          Urgence vitale ou doute : appelez le <a href="tel:15">15</a> ou le{' '}
          <a href="tel:112">112</a>. Vous ne pouvez pas parler ou entendre :{' '}
          <a href="sms:114">114</a> (SMS, application, urgence114.fr).
        </p>
      </sas-booking>
      {reference && <p id="told">Référence {reference}</p>}
    </>
  );
}
