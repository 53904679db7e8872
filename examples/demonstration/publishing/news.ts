/** The demonstration's information: dated facts with their source, and fictional items that say so. */
import type { CallOptions, NewsRequest, SasClient } from '@sas-kit/client';

const law = { source: 'Légifrance', sourceUrl: 'https://www.legifrance.gouv.fr/' };
const open = { licence: 'Licence Ouverte 2.0' };
const fictional = { source: 'Association de démonstration', sourceUrl: 'https://source.example/' };
const here = { area: ['Normandie'], sector: ['Ville', 'Hôpital'] };

/** Items of a first start. Those of `source.example` are fictional. */
export const NEWS: readonly NewsRequest[] = [
  {
    title:
      'Code de la santé publique : le service d’accès aux soins est porté par deux partenaires',
    type: 'regulation',
    summary:
      'Article D. 6311-35, issu du décret n° 2024-541 du 14 juin 2024 : une convention lie l’établissement de santé et au moins une association de la médecine de ville.',
    url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000049726757',
    published: '2024-06-14',
    area: ['France'],
    sector: ['Ville', 'Hôpital'],
    ...law,
    ...open,
  },
  {
    title: 'Décret n° 2022-403 du 21 mars 2022 : la plateforme numérique du SAS',
    type: 'regulation',
    summary: 'Le décret crée le traitement de données de la plateforme numérique nationale.',
    url: 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000045389132',
    published: '2022-03-21',
    area: ['France'],
    sector: ['Numérique'],
    ...law,
    ...open,
  },
  {
    title: 'Vingt-deux sites pilotes en France',
    type: 'article',
    summary:
      'Le Havre, l’Isère, le Rhône et la Savoie en font partie. L’expérimentation a lieu en 2021.',
    published: '2020-11-23',
    area: ['France'],
    sector: ['Ville', 'Hôpital'],
    source: 'France Bleu, 23 novembre 2020',
  },
  {
    title: 'Le numéro du SAS sera connu début 2021',
    type: 'article',
    summary: 'Annonce de l’expérimentation. Ce numéro est connu depuis : voir les pages à jour.',
    published: '2020',
    archived: true,
    source: 'Ville du Havre',
    ...here,
  },
  {
    title: 'Un temps d’échange régional sur les SAS',
    type: 'press-release',
    summary:
      'L’ARS Auvergne-Rhône-Alpes et l’Assurance Maladie ont réuni les établissements sièges de SAMU et la médecine de ville de chaque département.',
    published: '2023-01',
    area: ['Auvergne-Rhône-Alpes'],
    sector: ['Ville', 'Hôpital'],
    source: 'ARS Auvergne-Rhône-Alpes (communiqué)',
  },
  {
    title: 'Un an de régulation : ce que nous avons appris (démonstration)',
    type: 'experience',
    summary:
      'Ce qui a raccourci l’attente au téléphone, et ce qui reste à faire le samedi après-midi.',
    url: 'https://source.example/un-an-de-regulation',
    published: '2026-10-05',
    ...here,
    ...fictional,
    ...open,
  },
  {
    title: 'Opérateurs de soins non programmés : retour d’une première équipe (démonstration)',
    type: 'experience',
    summary: 'Prendre le rendez-vous pendant l’appel, rappeler le cabinet, garder une trace.',
    url: 'https://source.example/osnp',
    published: '2026-06',
    sector: ['Régulation'],
    area: ['Normandie'],
    ...fictional,
  },
  {
    title: 'Publier deux heures par semaine : le guide pas à pas (démonstration)',
    type: 'guide',
    summary: 'Ouvrir son agenda, choisir qui voit chaque créneau, prévenir son secrétariat.',
    url: 'https://source.example/guide-agenda',
    published: '2026-09-15',
    sector: ['Ville'],
    area: ['Normandie'],
    ...fictional,
    ...open,
  },
  {
    title: 'Rapport annuel du SAS Le Havre – Fécamp (démonstration)',
    type: 'report',
    summary: 'Appels, orientations et délais de l’année, par commune. Chiffres fictifs.',
    url: 'https://source.example/rapport-2025',
    published: '2025',
    ...here,
    ...fictional,
  },
  {
    title: 'Soirée des médecins effecteurs à Fécamp (démonstration)',
    type: 'event',
    summary: 'Questions sur la participation, les agendas et les logiciels. Entrée libre.',
    url: 'https://source.example/soiree-fecamp',
    sector: ['Ville'],
    area: ['Normandie'],
    ...fictional,
  },
];

/**
 * Publishes them where there is no news at all: what somebody changed or removed since stays so.
 *
 * @returns how many were published.
 */
export async function publishNews(client: SasClient, options: CallOptions = {}): Promise<number> {
  const { items } = await client.news.list({ archived: 'include', limit: 1 }, options);
  if (items.length > 0) return 0;
  for (const item of NEWS) await client.news.create(item, options);
  return NEWS.length;
}
