import type { WarningMessages } from './en'

const warnings: WarningMessages = {
  place: {
    before: '{where}:',
    row: 'Zeile {number}',
    event: 'Termin {number}',
    page: 'Seite {number}',
    piece: 'Absatz {number}',
    entry: 'Eintrag {number}',
    column: 'Spalte {name}',
    session: 'Sitzung ohne Kennung',
    table: 'Tabelle {number}',
    lines: 'Textzeilen',
    papers: 'Vorträge',
  },
  list: {
    more: '… und {count, plural, one {# weiterer Fall} other {# weitere Fälle}} dieser Art',
    unseen:
      '{count, plural, one {# weiterer Fall ist nicht aufgeführt.} other {# weitere Fälle sind nicht aufgeführt.}}',
  },
  no_title: 'Die Zeile hat keinen Titel und wurde ausgelassen.',
  not_read: '„{text}“ neben der Uhrzeit {time} wurde nicht als Sitzung gelesen.',
  not_shown: '„{title}“ zeigt die Datei nicht an, also wurde es ausgelassen.',
  in_no_session: '„{text}“ steht in keiner gelesenen Sitzung.',
  unscheduled: '„{title}“ hat keine Uhrzeit.',
  no_room: '„{title}“ hat keinen Raum.',
  marked_moved: 'Bei „{title}“ steht, dass es verlegt wurde, aber nicht von wo.',
  changed_by_remark: '„{title}“ wurde geändert, wie es neben dem Programm steht: „{text}“.',
  speaks_to_machines: 'Ein Satz, der sich an eine Maschine richtet, wurde ausgelassen aus „{text}“.',
  end_before_start: 'Das Ende liegt nicht nach dem Beginn und wurde weggelassen.',
  outside_event: 'Die Sitzung ist am {date}, der Kongress vom {first} bis {last}.',
  repeated_row: '„{title}“ steht zweimal in der Datei, auch hier: {place}; es wurde einmal gelesen.',
  id_twice: 'Die Kennung {id} wird für verschiedene Sitzungen benutzt.',
  listed_twice:
    '„{title}“ ist zweimal aufgeführt: {first} (hier: {place}) und {again}. Es bleibt an beiden Stellen.',
  unknown_room: '„{room}“, wo „{title}“ stattfindet, ist kein Raum des Kongresses.',
  overlap: '„{title}“ und „{other}“ überschneiden sich: {room}, {time}.',
  zone_contradiction: 'In der Datei steht {zone}, in event.json {used}; Letzteres gilt.',
  /** A room that two documents put on different floors. */
  floor_contradiction: '„{room}“ ist hier auf Ebene {floor}, in {document} auf Ebene {other}.',
  unreadable: 'Das kann nicht gelesen werden und wurde ausgelassen. (<en>{detail}</en>)',
  skipped: 'Die Datei ist kein Programm, das wir kennen, und wurde ausgelassen.',
  left_out: 'Ausgelassen: Gelesen wird {table}.',
  code_twice: 'Den Code haben auch andere Zeilen: Mit ihm wird keine gefunden.',
  nothing_to_find: 'Es gibt weder einen Code noch eine E-Mail-Adresse.',
  bad_time: 'Die Zeitangabe „{time}“ ist nicht lesbar.',
  bad_time_of: 'Die Zeitangabe von „{title}“ ist nicht lesbar.',
  bad_start: 'Der Beginn ist nicht lesbar.',
  bad_date: 'Das Datum {date} ist nicht brauchbar.',
  no_date: 'Die Zeile beginnt um {time}, aber an keinem bekannten Tag.',
  date_contradiction: 'In der Zeile stehen {date} und {other}; {date} gilt.',
  weekday_contradiction:
    'Der {date} ist kein „{named}“, sondern ein {weekday, select, 1 {Montag} 2 {Dienstag} 3 {Mittwoch} 4 {Donnerstag} 5 {Freitag} 6 {Samstag} other {Sonntag}}; das Datum gilt.',
  ambiguous_weekday: 'Der Kongress hat {count} solche Tage; {date} wurde genommen.',
  unknown_day: '„{day}“ ist kein Tag des Kongresses.',
  length_contradiction: 'Das Ende {end} und die Dauer „{length}“ passen nicht zusammen; das Ende gilt.',
  time_contradiction:
    'Der Beginn {start} und das Datum {date} passen in {zone} nicht zusammen; {start} gilt.',
  no_column: 'Die Zuordnung nennt die Spalte „{column}“, die es dort nicht gibt; vorhanden sind {names}.',
  mapping:
    'Nichts in der Spalte verrät, ob die Daten Tag/Monat oder Monat/Tag sind; Tag/Monat wurde genommen.',
  superseded: '„{title}“ steht in mehreren Fassungen in der Datei; gelesen wurde die letzte.',
  organises_all: '„{name}“ veranstaltet fast alle Termine und wurde nicht als sprechende Person gelesen.',
  unknown_zone: 'Die Zeitzone „{zone}“ ist nicht bekannt; verwendet wurde die des Kongresses, {used}.',
  stray_line: 'Die Zeile „{text}“ gehört in keinen Kalender und wurde ausgelassen.',
  bad_repetition: 'Wie sich „{title}“ wiederholt, ist nicht lesbar; es wurde einmal gelesen.',
  endless:
    '„{title}“ wiederholt sich ohne Ende; es wurde {count, plural, one {einmal} other {#-mal}} gelesen.',
  text_cut: '„{title}“ sagt mehr, als eine Sitzung darf; der Rest wurde abgeschnitten.',
  names_nothing: '„{text}“ in der Spalte {column} steht nirgends in {table}.',
  told_already: 'Es steht nichts darin, was nicht in {file} steht; es wurde ausgelassen.',
  told_beside: '„{title}“ findet vielleicht nicht so statt: „{text}“.',
  documents_cut: 'Nur die ersten {most} Dokumente werden gelesen.',
  pages_cut: 'Nur die ersten {most} Seiten wurden gelesen.',
  pieces_cut: 'Nur die ersten {most} Abschnitte wurden gelesen.',
  facts_cut: 'Nur die ersten {most} Angaben wurden gelesen.',
  only_pictures: 'Es enthält keinen Text, nur Bilder.',
  no_text: 'Es enthält keinen Text.',
  passages_to_machines:
    '{count, plural, one {# Abschnitt, der sich an Maschinen und nicht an Besucher richtet, wurde ausgelassen.} other {# Abschnitte, die sich an Maschinen und nicht an Besucher richten, wurden ausgelassen.}}',
}

export default warnings
