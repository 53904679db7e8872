/** What the published HTML carries between the tags, for readers whose browser does not run the script. */
export const emergencySnippet =
  '<p>Urgence vitale ou doute : appelez le <a href="tel:15">15</a> ou le ' +
  '<a href="tel:112">112</a>. Vous ne pouvez pas parler ou entendre : <a href="sms:114">114</a> ' +
  '(SMS, application, <a href="https://www.urgence114.fr">urgence114.fr</a>).</p>';
