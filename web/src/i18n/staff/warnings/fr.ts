import type { WarningMessages } from './en'

const warnings: WarningMessages = {
  place: {
    before: '{where} :',
    row: 'ligne {number}',
    event: 'événement {number}',
    page: 'page {number}',
    piece: 'paragraphe {number}',
    entry: 'entrée {number}',
    column: 'colonne {name}',
    session: 'session sans identifiant',
    table: 'tableau {number}',
    lines: 'lignes de texte',
    papers: 'interventions',
  },
  list: {
    more: '… et {count, plural, one {# autre du même genre} other {# autres du même genre}}',
    unseen:
      '{count, plural, one {# autre n’est pas dans la liste.} other {# autres ne sont pas dans la liste.}}',
  },
  no_title: 'La ligne n’a pas de titre et a été laissée de côté.',
  not_read: '« {text} », à côté de l’heure {time}, n’a pas été lu comme une séance.',
  not_shown: 'Le fichier n’affiche pas « {title} » : elle a été laissée de côté.',
  in_no_session: '« {text} » ne figure dans aucune séance lue.',
  unscheduled: '« {title} » n’a pas d’horaire.',
  no_room: '« {title} » n’a pas de salle.',
  marked_moved: '« {title} » dit avoir été déplacée, mais pas d’où.',
  changed_by_remark: '« {title} » a été modifiée comme le dit une remarque à côté du programme : « {text} ».',
  speaks_to_machines: 'Une phrase qui s’adresse à une machine a été retirée de « {text} ».',
  end_before_start: 'La fin n’est pas après le début et a été retirée.',
  outside_event: 'La session est le {date}, le congrès du {first} au {last}.',
  repeated_row:
    '« {title} » figure deux fois dans le fichier, aussi ici : {place} ; elle a été lue une fois.',
  id_twice: 'L’identifiant {id} est utilisé pour des sessions différentes.',
  listed_twice:
    '« {title} » figure deux fois : {first} (ici : {place}) et {again}. Elle reste aux deux endroits.',
  unknown_room: '« {room} », où se tient « {title} », n’est pas une salle du congrès.',
  overlap: '« {title} » et « {other} » se chevauchent : {room}, {time}.',
  zone_contradiction: 'Le fichier indique {zone}, event.json indique {used} ; c’est ce dernier qui vaut.',
  /** A room that two documents put on different floors. */
  floor_contradiction: '« {room} » est ici au niveau {floor}, dans {document} au niveau {other}.',
  unreadable: 'Cela ne peut pas être lu et a été laissé de côté. (<en>{detail}</en>)',
  skipped: 'Le fichier n’est pas un programme que nous connaissons et a été laissé de côté.',
  left_out: 'Laissé de côté : c’est {table} qui est lu.',
  code_twice: 'Son code figure aussi dans d’autres lignes : il n’en trouve aucune.',
  nothing_to_find: 'Elle n’a ni code ni adresse e-mail.',
  bad_time: 'L’heure « {time} » ne peut pas être lue.',
  bad_time_of: 'L’heure de « {title} » ne peut pas être lue.',
  bad_start: 'Le début ne peut pas être lu.',
  bad_date: 'La date {date} ne peut pas être utilisée.',
  no_date: 'La ligne commence à {time}, mais aucun jour connu n’est indiqué.',
  date_contradiction: 'La ligne indique {date} et {other} ; c’est {date} qui vaut.',
  weekday_contradiction:
    'Le {date} n’est pas « {named} » mais {weekday, select, 1 {lundi} 2 {mardi} 3 {mercredi} 4 {jeudi} 5 {vendredi} 6 {samedi} other {dimanche}} ; c’est la date qui vaut.',
  ambiguous_weekday: 'Le congrès a {count} jours de ce nom ; le {date} a été pris.',
  unknown_day: '« {day} » n’est pas un jour du congrès.',
  length_contradiction: 'La fin {end} et la durée « {length} » ne concordent pas ; c’est la fin qui vaut.',
  time_contradiction:
    'Le début {start} et la date {date} ne concordent pas à {zone} ; c’est {start} qui vaut.',
  no_column: 'La correspondance nomme la colonne « {column} », qui n’existe pas ; il y a {names}.',
  mapping: 'Rien dans la colonne n’indique si les dates sont jour/mois ou mois/jour ; jour/mois a été pris.',
  superseded: '« {title} » figure dans le fichier en plusieurs versions ; la dernière a été lue.',
  organises_all: '« {name} » organise presque tous les événements et n’a pas été lu comme intervenant.',
  unknown_zone: 'Le fuseau horaire « {zone} » est inconnu ; celui du congrès, {used}, a été utilisé.',
  stray_line: 'La ligne « {text} » n’a pas sa place dans un calendrier et a été laissée de côté.',
  bad_repetition: 'La répétition de « {title} » est illisible ; la séance a été lue une fois.',
  endless:
    '« {title} » se répète sans fin ; la séance a été lue {count, plural, one {une fois} other {# fois}}.',
  text_cut: '« {title} » en dit plus qu’une séance ne peut ; le reste a été coupé.',
  names_nothing: '« {text} » dans la colonne {column} ne figure pas dans {table}.',
  told_already: 'Il ne dit rien que {file} ne dise, et a été laissé de côté.',
  told_beside: '« {title} » n’aura peut-être pas lieu comme prévu : « {text} ».',
  documents_cut: 'Seuls les {most} premiers documents sont lus.',
  pages_cut: 'Seules les {most} premières pages ont été lues.',
  pieces_cut: 'Seuls les {most} premiers passages ont été lus.',
  facts_cut: 'Seules les {most} premières données ont été lues.',
  only_pictures: 'Il ne contient pas de texte, seulement des images.',
  no_text: 'Il ne contient pas de texte.',
  passages_to_machines:
    '{count, plural, one {# passage qui s’adresse aux machines et non aux visiteurs a été retiré.} other {# passages qui s’adressent aux machines et non aux visiteurs ont été retirés.}}',
}

export default warnings
