const agenda =
  'Mettez au moins deux heures par semaine en visibilité, sur votre agenda habituel s’il est relié, sinon sur celui de la plateforme.';
const visibility =
  'Choisissez qui voit chaque créneau\u00a0: le public, les professionnels, ou seulement les régulateurs.';
const payment = 'Pour la rémunération, demandez à votre CPAM le texte en vigueur à ce jour.';

/** French texts of `<sas-join>`. Kinds of professionals and their steps, in order. */
export const joinFr = {
  heading: 'Rejoindre le SAS',
  intro: 'Les étapes, selon votre métier ou votre structure.',
  youAre: 'Vous êtes',
  stepsFor: (kind: string) => `Étapes\u00a0: ${kind}`,
  kinds: {
    practitioner: 'Médecin en cabinet',
    regulator: 'Médecin régulateur',
    cpts: 'CPTS',
    centre: 'Maison ou centre de santé',
    sos: 'Association SOS Médecins',
    holder: 'Nouveau porteur de SAS',
  },
  steps: {
    practitioner: [
      'Faites-vous connaître de l’association qui porte le SAS de votre territoire.',
      'Ouvrez votre compte sur la plateforme nationale avec Pro Santé Connect.',
      'Dites comment vous participez\u00a0: à titre individuel, par votre CPTS, votre maison de santé ou votre association.',
      agenda,
      visibility,
      payment,
    ],
    regulator: [
      'Prenez contact avec l’association de régulation de votre département et le SAMU.',
      'Suivez la formation à la régulation qu’ils vous proposent.',
      'Inscrivez-vous au tableau de garde et au planning de jour.',
      payment,
    ],
    cpts: [
      'Inscrivez l’accès aux soins non programmés dans le projet de la CPTS.',
      'Désignez qui gère les créneaux et les réglages de la CPTS sur la plateforme.',
      'Dites à vos membres que leur participation passe par la CPTS.',
      visibility,
      payment,
    ],
    centre: [
      'Désignez un gestionnaire de la structure, avec son compte sur la plateforme.',
      'Déclarez la participation de la structure et le nombre de professionnels qui reçoivent.',
      agenda,
      visibility,
      payment,
    ],
    sos: [
      'Désignez le gestionnaire du planning de l’association sur la plateforme.',
      'Reliez votre logiciel\u00a0: vos points de consultation y publient leurs créneaux, sans nom de médecin.',
      'Vos médecins participent par l’association\u00a0: ils n’ont pas d’autre agenda à tenir.',
      payment,
    ],
    holder: [
      'Réunissez les deux porteurs\u00a0: l’établissement siège du SAMU et l’association de médecins libéraux.',
      'Écrivez ensemble la convention, ou le groupement\u00a0: qui régule, quand, avec quels moyens.',
      'Fixez les horaires, les protocoles et le numéro d’appel. Les deux porteurs les signent.',
      'Recrutez et formez les assistants, les opérateurs et les régulateurs.',
      'Présentez le projet à l’ARS et à la CPAM, et demandez un accompagnement.',
    ],
  },
  support: 'Demander un accompagnement',
  supportIntro:
    'Rien n’est enregistré ici. Nous préparons un message\u00a0; vous le relisez et l’envoyez. N’y mettez aucune donnée de patient.',
  supportNowhere: 'Adressez-vous à l’ARS de votre région et à la CPAM de votre département.',
  territory: 'Territoire ou département',
  territoryMissing: 'Écrivez le territoire ou le département.',
  organisation: 'Votre organisation',
  organisations: {
    hospital: 'Établissement siège du SAMU',
    association: 'Association de médecins libéraux',
    other: 'Autre',
  },
  topics: 'Besoin d’aide pour',
  topicNames: {
    governance: 'la gouvernance et la convention',
    staffing: 'le recrutement et la formation',
    tools: 'les outils numériques',
    communication: 'la communication',
  },
  message: 'Précisions (facultatif)',
  prepare: 'Préparer le message',
  ready: 'Votre message est prêt',
  open: 'Ouvrir ma messagerie',
  text: 'Texte du message',
  change: 'Modifier',
  subject: (territory: string) => `SAS, demande d’accompagnement\u00a0: ${territory}`,
  body: (lines: { territory: string; organisation: string; topics: string; message: string }) =>
    [
      'Bonjour,',
      '',
      'Nous préparons un service d’accès aux soins et demandons un accompagnement.',
      '',
      `Territoire\u00a0: ${lines.territory}`,
      `Organisation\u00a0: ${lines.organisation}`,
      ...(lines.topics === '' ? [] : [`Besoin d’aide pour\u00a0: ${lines.topics}`]),
      ...(lines.message === '' ? [] : ['', lines.message]),
    ].join('\n'),
  demonstration:
    'Étapes générales\u00a0: celles de votre territoire peuvent différer. Le texte en vigueur fait foi.',
  independent: 'Projet indépendant, non publié par le ministère ni par l’ANS.',
};

export type JoinStrings = typeof joinFr;
