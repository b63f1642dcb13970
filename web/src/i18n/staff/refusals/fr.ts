import type { RefusalMessages } from './en'

const refusals: RefusalMessages = {
  unreadable_file: 'Ce fichier ne peut pas être lu. (<en>{detail}</en>)',
  unknown_format:
    'On n’y trouve pas de programme : aucune session avec un titre et une heure. (<en>{detail}</en>)',
  rival_programmes: 'Il y a plusieurs programmes. N’envoyez que celui qui est valable. (<en>{detail}</en>)',
  mapping_refused:
    'Avec ce choix, il ne reste aucune session ; le choix précédent reste donc valable. Un tableau doit contenir les sessions, et l’une de ses colonnes doit être le titre : choisissez d’abord cette colonne.',
  missing_zone: `Le fuseau horaire du congrès manque ou n’existe pas. Envoyez avec le programme un event.json qui l’indique, par exemple '{'"timezone": "Europe/Rome"'}'.`,
  programme_changed:
    'Le programme a changé depuis que vous avez regardé cet import ; rien n’a été importé. Vous voyez ce qu’il changerait maintenant : vérifiez, puis appliquez de nouveau.',
  import_changed:
    'Entre-temps, quelqu’un a importé un programme ou en a retiré un ; rien n’a été fait de votre part. Regardez ce qui vaut maintenant, puis décidez de nouveau.',
  erases_congress:
    'C’est le premier import : avec lui disparaît le congrès, avec tout ce qui lui appartient. Rien n’a été fait.',
  import_gone:
    'Ces fichiers ne sont plus là : ils sont gardés deux heures. Rien n’a été importé. Envoyez-les de nouveau.',
  nothing_to_undo: 'Il n’y a plus d’import à retirer. Envoyez plutôt le bon fichier.',
  session_changed:
    'Entre-temps, {who, select, nobody {quelqu’un} other {{who}}} a modifié cette session ; rien n’a été fait de votre part. Vous voyez comment elle est maintenant : décidez de nouveau.',
  unreadable_document: 'Ce document ne peut pas être lu. (<en>{detail}</en>)',
  no_document: 'Un des fichiers ne peut pas être lu comme document ; aucun n’a été pris. (<en>{detail}</en>)',
  documents_changed:
    'Entre-temps, {who, select, nobody {quelqu’un} other {{who}}} a modifié les documents ; rien n’a été fait de votre part. Regardez-les tels qu’ils sont maintenant, puis décidez de nouveau.',
  nothing_to_take_back: 'Il n’y a plus de modification des documents à annuler.',
  not_a_list: 'Cela ne peut pas être lu comme une liste d’inscriptions. (<en>{detail}</en>)',
  registrations_changed:
    'Entre-temps, {who, select, nobody {quelqu’un} other {{who}}} a chargé une autre liste ; la vôtre n’a pas été enregistrée. Regardez ce que la vôtre changerait maintenant, puis utilisez-la.',
  registrations_erased:
    'La liste a été effacée entre-temps ; la vôtre n’a pas été enregistrée. Regardez ce que la vôtre changerait maintenant, puis utilisez-la.',
  registrations_not_erased:
    'Entre-temps, {who, select, nobody {quelqu’un} other {{who}}} a chargé une autre liste ; elle n’a pas été effacée. Regardez-la, et effacez-la si elle doit disparaître aussi.',
  check_ins_changed:
    'D’autres enregistrements disparaîtraient que ceux que vous avez vus ; votre liste n’a pas été enregistrée. Regardez ce qu’elle changerait maintenant, puis utilisez-la.',
  words_unreadable:
    'La liste est chiffrée avec une autre clé que celle du serveur. La personne qui l’exploite doit remettre la bonne. (<en>{detail}</en>)',
  request_too_large:
    'C’est trop à la fois. Envoyez moins de fichiers, ou de plus petits. (<en>{detail}</en>)',
  not_found: 'Cela n’existe plus. Rechargez la page. (<en>{detail}</en>)',
  bad_input: 'Le serveur ne peut pas l’accepter ainsi. (<en>{detail}</en>)',
  staff_only: 'Votre connexion a expiré ; rien n’a été enregistré. Ouvrez un nouveau lien de connexion.',
  internal_error: 'Une erreur s’est produite sur le serveur ; son journal dit laquelle.',
}

export default refusals
