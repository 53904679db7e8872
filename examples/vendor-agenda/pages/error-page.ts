import { html } from '@remix-run/html-template';
import type { Page } from './layout.ts';

/** A page of the practice that says what went wrong, and a way on. */
export function errorPage(status: number, title: string, sentence: string): Page {
  return {
    title,
    status,
    body: html`<h1>${title}</h1>
      <p>${sentence}</p>
      <p><a href="/agenda">Retour aux agendas</a></p>`,
  };
}

/** The same for somebody from outside. */
export function refusalPage(status: number, title: string, sentence: string): Page {
  return {
    title,
    status,
    outside: true,
    body: html`<h1>${title}</h1>
      <p>${sentence}</p>
      <p>Besoin d’un avis médical sans attendre&nbsp;: appelez le <a href="tel:15">15</a>.</p>`,
  };
}

export const notFoundPage = (): Page =>
  errorPage(404, 'Page introuvable', 'Cette adresse ne mène à rien ici.');
