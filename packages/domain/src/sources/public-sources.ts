/** A text that rules are taken from, as people can find it again. */
export interface PublicSource {
  /** How a sentence names it: « ameli.fr ». */
  readonly name: string;
  readonly title: string;
  /** Where anyone can read it; `null` when it has no public address that lasts. */
  readonly url: string | null;
}

const at = (name: string, title: string, url: string | null = null): PublicSource => ({
  name,
  title,
  url,
});
const legifrance = (path: string): string => `https://www.legifrance.gouv.fr/${path}`;
const branch = 'ccn-cabinets-medicaux.fr';

/** The codes that the data cites, each with its document. Line numbers stay in the data. */
export const publicSources: Readonly<Record<string, PublicSource>> = {
  S0: at('l’afbb', 'Programme de l’afbb, session de septembre 2022'),
  S1: at('le CFA du Mans', 'Programme du CFA CCI Le Mans Sarthe, RNCP 40913'),
  S2: at('l’Assurance maladie', 'Assurance maladie, présentation de 2023'),
  S3: at('l’Occitanie', 'Occitanie, article de 2021'),
  S4: at('ameli.fr', 'ameli.fr, « Rôle et missions de l’assistant médical », après juin 2024'),
  W1: at(
    'l’arrêté du 30 décembre 2014',
    'Arrêté du 30 décembre 2014, section 2 (AFGSU)',
    'https://juriblio.fr/arretes/arrete-du-30-decembre-2014/164302221/section-2',
  ),
  W2: at(
    'France compétences',
    'France compétences, fiche RNCP 40913',
    'https://www.francecompetences.fr/recherche/rncp/40913',
  ),
  W3: at(
    'la branche',
    'Branche des cabinets médicaux, CQP Assistant médical',
    `https://${branch}/cqp-assistant-medical-rncp-40913`,
  ),
  W4: at(
    'l’arrêté du 7 novembre 2019',
    'Arrêté du 7 novembre 2019',
    legifrance('jorf/id/JORFTEXT000039364029'),
  ),
  W5: at(
    'assistants-medicaux.org',
    'assistants-medicaux.org, articles',
    'https://assistants-medicaux.org/author/communication',
  ),
  W7: at('assistants-medicaux.com', 'assistants-medicaux.com'),
  W8: at(
    'la branche',
    'Branche des cabinets médicaux, Assistants médicaux',
    `https://${branch}/assistants-medicaux`,
  ),
  W10: at(
    'la CSMF',
    'CSMF, lettre du 1er octobre 2024',
    'https://csmf.org/lettre/la-lettre-de-la-conf-du-1er-octobre-2024/',
  ),
  W11: at(
    'la branche',
    'Branche des cabinets médicaux, Préparer sa VAE',
    `https://${branch}/comment-preparer-votre-vae`,
  ),
  W12: at(
    'la VAE depuis 2022',
    'VAE : fin de la durée minimale d’expérience (loi du 21 décembre 2022)',
  ),
  W13: at('la loi marché de l’emploi', 'Loi du 21 décembre 2022, marché du travail et VAE'),
  W14: at(
    'Keyce Santé',
    'Keyce Santé, présentation de la formation',
    'https://collegedeparis.fr/assistant-medical-la-nouvelle-formation-de-keyce-sante',
  ),
  W16: at(
    'l’avenant 7',
    'Avenant 7, formation et certification des assistants médicaux',
    'https://acoorde.fr/documents/formation-et-certification-des-assistants-medicaux',
  ),
  W18: at('convention 1147', 'Convention collective des cabinets médicaux (IDCC 1147)'),
  W19: at(
    'centre-inffo.fr',
    'Effets de l’enregistrement d’une certification',
    'https://bmg-consulting.fr/rncp-quand-renouveler-sa-certification',
  ),
  W20: at(
    'alternance-professionnelle.fr',
    'alternance-professionnelle.fr, certifications en apprentissage',
    'https://alternance-professionnelle.fr/certifications-apprentissage',
  ),
  W21: at('educpros.fr', 'M. Abhervé, note du 27 octobre 2012'),
  W22: at('l’OPCO EP', 'OPCO EP, période de reconversion'),
  W23: at(
    'Centre Inffo',
    'Centre Inffo, période de reconversion',
    'https://www.centre-inffo.fr/?p=507791',
  ),
  W24: at('la période de reconversion', 'Période de reconversion, article de presse'),
  W25: at('la période de reconversion', 'Reconversion des salariés, notes de cabinets'),
  W27: at('service-public.fr', 'service-public.fr, fiche F34153'),
  W28: at('l’Urssaf', 'Urssaf, formalités du contrat de professionnalisation'),
  W29: at('svp.com', 'svp.com, nombre de salariés suivis par un tuteur'),
  W33: at('l’OCAPIAT', 'OCAPIAT, guide des CQP, évaluation finale', 'https://guide-cqp.ocapiat.fr'),
  W34: at('mycertif.fr', 'mycertif.fr, les jurys de certification'),
  W35: at(
    'un accord de branche',
    'Accord de branche, jury paritaire de CQP',
    legifrance('conv_coll/id/KALIARTI000032508807'),
  ),
  W36: at(
    'un accord de branche',
    'Accord de branche, composition du jury de CQP',
    legifrance('conv_coll/id/KALIARTI000030641472'),
  ),
  W37: at('oc-proprete.fr', 'oc-proprete.fr, délivrance par le jury', undefined),
  W40: at('le ministère du Travail', 'Ministère du Travail, contrat de professionnalisation'),
  W41: at(
    'le code du travail',
    'Code du travail, contrat de professionnalisation',
    legifrance('codes/section_lc/LEGITEXT000006072050/LEGISCTA000018498304'),
  ),
  W42: at('le contrat de professionnalisation', 'Durée de la formation du contrat'),
  W43: at(
    'Centre Inffo',
    'Préparation opérationnelle à l’emploi collective (POEC)',
    'https://www.centre-inffo.fr/fiche/preparation-operationnelle-a-lemploi-collective-poec',
  ),
  W44: at('Cap Métiers', 'La POEC, fiche G 1.09'),
  W45: at(
    'l’OPCO EP',
    'OPCO EP, critères de financement de la branche',
    'https://www.opcoep.fr/criteres-de-financement?branche=204',
  ),
  W46: at('Le Quotidien du médecin', 'Le Quotidien du médecin, assistants médicaux en 2025'),
  W38: at('Qualiopi', 'Qualiopi, guide de lecture du référentiel national qualité'),
  W55: at('partnermedia.fr', 'partnermedia.fr, valeur probante de l’émargement'),
  W70: at(
    'le code du travail',
    'Code du travail, article L6113-8',
    'https://code.travail.gouv.fr/code-du-travail/l6113-8',
  ),
  W72: at(
    'l’arrêté du 21 mai 2021',
    'Transmission des résultats au système d’information du CPF : délai de trois mois',
    'https://formites.fr/?p=394954',
  ),
  W73: at(
    'Pix',
    'Pix, fichiers pour la Caisse des Dépôts',
    'https://github.com/1024pix/pix/pull/4604',
  ),
  W75: at(
    'la Caisse des Dépôts',
    'Caisse des Dépôts, aide des certificateurs : qui transmet, et comment',
    'https://certificateurs.moncompteformation.gouv.fr/aide/',
  ),
  W80: at(
    'la Caisse des Dépôts',
    'Caisse des Dépôts, données obligatoires d’un titulaire',
    'https://certificateurs.moncompteformation.gouv.fr/aide/comment-faire-si-vous-ne-disposez-pas-dune-donnee-obligatoire',
  ),
  W84: at('le centre hospitalier de Perpignan', 'CH de Perpignan, durée des sessions d’AFGSU'),
};

const toConfirm = 'Usage retenu par Jalon, à confirmer par la branche';
const compared = 'Programmes publiés, comparés par Jalon';

/** What Jalon had to choose where no public text decides, by section or question of its notes. */
export const houseDefaults: Readonly<Record<string, string>> = {
  '3.1': compared,
  '3.2': compared,
  '3.3': compared,
  '4.4': toConfirm,
  '4.5': toConfirm,
  '4.6': toConfirm,
  '4.7': toConfirm,
  '5.1': toConfirm,
  '5.2': toConfirm,
  '5.3': 'Qualiopi, indicateur 8 : un positionnement avant la formation',
  '6': 'Délais de la convention médicale',
  '7': 'Usage retenu par Jalon, à confirmer par le financeur',
  '8.1': 'Usage retenu par Jalon pour l’émargement',
  '11': 'Usage retenu par Jalon, à confirmer par le certificateur',
  '12': 'Usage retenu par Jalon pour le calendrier',
  Q1: toConfirm,
  Q2: toConfirm,
  Q4: toConfirm,
  Q5: toConfirm,
  Q7: toConfirm,
  Q15: 'Usage retenu par Jalon, à confirmer par le financeur',
  Q17: toConfirm,
  Q18: toConfirm,
  Q19: toConfirm,
  Q20: toConfirm,
};
