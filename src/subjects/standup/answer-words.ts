// How sentences of a check-in begin, in the languages that plans are read in. A row is a language; a phrase ends at a word's end.

interface Openers extends Record<'done' | 'today' | 'blockers', string> {
  /** What may stand before them: "I", "we have". */
  before: string
}

/** English, German, Spanish, French, Portuguese, Italian, Dutch, Swedish, Polish, Turkish, Russian. */
export const OPENERS: readonly Openers[] = [
  {
    before: 'i; we; i have; we have; i ve; we ve; and; also; then',
    done: 'did; done; finished; completed; worked on; wrapped up; fixed; shipped; merged; deployed; closed; yesterday; wrote; built; reviewed; released',
    today:
      'today; will; ll; am; m; now; next; going to; plan to; planning to; working on; continue; continuing; tackling; start; starting; about to',
    blockers:
      'blocked; blocked by; blocked on; blocker; blockers; no blockers; no blocker; nothing blocking; waiting for; waiting on; stuck; need help; can t; cannot; held up by; not blocked',
  },
  {
    before: 'ich; wir; ich habe; wir haben; und; dann',
    done: 'gestern; erledigt; fertig; abgeschlossen; habe gestern; haben gestern; habe; haben; gemacht',
    today: 'heute; jetzt; werde; werden; mache; arbeite; als nachstes; plane; weiter mit',
    blockers:
      'blockiert; blockiert durch; warte auf; warten auf; hange; hangen; keine blocker; nichts blockiert; brauche hilfe',
  },
  {
    before: 'yo; nosotros; y; luego',
    done: 'ayer; hice; hicimos; termine; terminamos; complete; trabaje en; hecho; cerre',
    today: 'hoy; ahora; voy a; vamos a; hare; haremos; trabajo en; sigo con; seguire',
    blockers:
      'bloqueado; bloqueada; bloqueado por; bloqueada por; esperando; espero a; atascado; sin bloqueos; necesito ayuda',
  },
  {
    before: 'je; j; nous; on; et; puis',
    done: 'hier; ai fini; ai termine; ai fait; avons fini; avons fait; fini; termine; fait',
    today: 'aujourd hui; maintenant; vais; allons; je vais; continue; travaille sur; ensuite',
    blockers:
      'bloque; bloquee; bloque par; bloquee par; en attente de; attends; j attends; rien ne bloque; pas de blocage; besoin d aide',
  },
  {
    before: 'eu; nos; e; depois',
    done: 'ontem; fiz; fizemos; terminei; terminamos; conclui; trabalhei em; feito',
    today: 'hoje; agora; vou; vamos; farei; continuo; trabalhando em; a seguir',
    blockers:
      'bloqueado por; bloqueada por; aguardando; a espera de; esperando por; travado; sem bloqueios; preciso de ajuda',
  },
  {
    before: 'io; noi; e; poi',
    done: 'ieri; ho fatto; ho finito; abbiamo finito; finito; completato; fatto',
    today: 'oggi; adesso; ora; faro; faremo; continuo; lavoro su; sto',
    blockers: 'bloccato; bloccata; bloccato da; in attesa di; aspetto; fermo; nessun blocco; serve aiuto',
  },
  {
    before: 'ik; we; wij; en; dan',
    done: 'gisteren; heb; hebben; klaar met; afgerond; gedaan',
    today: 'vandaag; nu; ga; gaan; werk aan; verder met; daarna',
    blockers: 'geblokkeerd; geblokkeerd door; wacht op; wachten op; vast; geen blokkades; hulp nodig',
  },
  {
    before: 'jag; vi; och; sen',
    done: 'igar; gjorde; blev klar med; avslutade; har gjort; klart',
    today: 'idag; i dag; nu; ska; fortsatter; jobbar med; harnast',
    blockers: 'blockerad; blockerad av; vantar pa; fast; inga hinder; behover hjalp',
  },
  {
    before: 'ja; my; i; potem',
    done: 'wczoraj; zrobilem; zrobilam; skonczylem; skonczylam; zakonczylem; gotowe',
    today: 'dzis; dzisiaj; teraz; bede; zajme sie; pracuje nad; dalej',
    blockers:
      'zablokowany; zablokowana; zablokowane; blokuje; czekam na; utknalem; brak blokad; potrzebuje pomocy',
  },
  {
    before: 'ben; biz; ve; sonra',
    done: 'dun; bitirdim; tamamladim; yaptim; bitti',
    today: 'bugun; simdi; devam; yapacagim; uzerinde calisiyorum',
    blockers: 'engellendi; bekliyorum; takildim; engel yok; yardim lazim',
  },
  {
    before: 'я; мы; и; потом',
    done: 'вчера; сделал; сделала; сделали; закончил; закончила; готово',
    today: 'сегодня; сейчас; буду; будем; делаю; продолжаю; дальше',
    blockers: 'заблокирован; заблокировано; жду; ждем; застрял; застряла; блокеров нет; нужна помощь',
  },
]
