/** Words and marks for the state of an item, in many languages; compared folded. */
import type { ItemStatus } from '#domain/plan-file.ts'
import { lookup } from './words.ts'

const STATUS_WORDS: Record<ItemStatus, string> = {
  done: `done; concluidas; concluidos; completadas; completados; terminadas; terminados; hechas; finalizadas; finalizados; erledigte; abgeschlossene; terminees; termines; completees; выполненные; завершенные; already done; already completed; already finished; completed stories; completed tasks; completed items; finished stories; finished tasks; done items; done stories; done tasks; ya terminado; ya hecho; ja concluido; deja fait; bereits erledigt; schon erledigt; уже готово; уже сделано; 完了済み; 已完成任务; 完了タスク; 완료된 작업; complete; completed; closed; finished; merged; shipped; delivered; resolved; released; deployed; implemented; accepted; approved; passed; fixed; live; verified; 100%; fully done; all done; complete 100%; ok; finalizado; finalizada; hecho; hecha; completado; completada; terminado; terminada; listo; lista; cerrado; concluido; concluida; feito; feita; pronto; entregue; termine; terminee; fait; faite; fini; livre; acheve; complete e; fertig; erledigt; abgeschlossen; vollendet; fertiggestellt; backend vollendet; completo; completato; conclusa; concluso; fatto; fatta; finita; chiuso; finito; completata; klaar; gereed; afgerond; voltooid; klart; klar; fardig; fardigt; ferdig; faerdig; готово; сделано; выполнено; завершено; завершена; завершен; закрыто; виконано; zrobione; ukonczone; zakonczone; gotowe; hotovo; tamamlandi; bitti; yapildi; kesz; 完成; 已完成; 完了; 済; 済み; 已关闭; 已上线; 완료; 완료됨; hoan thanh; da xong; xong; selesai; เสร็จ; เสร็จสิ้น; เสร็จแล้ว; مكتمل; पूर्ण`,
  in_progress: `in progress; partly done; partially finished; partially implemented; almost complete; almost finished; nearly complete; nearly finished; half done; items in progress; stories in progress; tasks in progress; parcialmente completado; parcialmente hecho; parcialmente concluido; partiellement termine; partiellement fait; teilweise erledigt; teilweise fertig; fast fertig; parzialmente completato; gedeeltelijk klaar; delvis klar; частично выполнено; частично готово; частково виконано; czesciowo zrobione; kismen tamamlandi; 部分完成; 部分; 基本完成; 一部完了; 部分完了; 일부 완료; 부분 완료; hoan thanh mot phan; in dev; dev; in build; coding; building; working on; not finished; unfinished; almost done; mostly done; mostly complete; nearly done; in work; wip; doing; started; ongoing; active; underway; partial; partially done; partially complete; implementing; in development; developing; in flight; en progreso; en curso; en proceso; en desarrollo; em andamento; em progresso; em desenvolvimento; en cours; in arbeit; in bearbeitung; nicht fertig; begonnen; laufend; in corso; in lavorazione; bezig; in uitvoering; pagaende; paborjad; pagar; в работе; в процессе; выполняется; в разработке; начато; у роботі; в роботі; w toku; w trakcie; probiha; rozpracovano; devam ediyor; yapiliyor; surec; 进行中; 開發中; 進行中; 进行; 开发中; 対応中; 着手中; 作業中; 진행중; 진행 중; 작업중; 작업 중; dang lam; dang thuc hien; dang tien hanh; sedang dikerjakan; sedang berjalan; กำลังดำเนินการ; กำลังทำ; قيد التنفيذ; प्रगति पर`,
  in_review: `in review; needs testing; needs tests; tests needed; test needed; testing needed; to be tested; to test; ready to test; awaiting testing; awaiting test; needs review; review needed; to be reviewed; needs qa; ready to review; pending testing; pendiente de revision; pendiente de pruebas; por probar; por revisar; aguardando revisao; aguardando testes; a tester; a relire; zu testen; zu prufen; test ausstehend; review ausstehend; da testare; da verificare; te testen; ждет ревью; ждет тестирования; требует тестирования; do przetestowania; do sprawdzenia; テスト待ち; 確認待ち; 테스트 필요; 검토 필요; 테스트 대기; can kiem thu; review; reviewing; code review; under review; testing; in testing; in test; qa; in qa; to verify; ready for review; pending review; awaiting review; to review; verification; validating; to be verified; ready for testing; ready for qa; uat; pr open; en revision; revision; en pruebas; em revisao; revisao; em teste; en revue; a valider; en test; en validation; im review; in prufung; in uberprufung; im test; in revisione; te beoordelen; in behandeling review; granskas; под review; на ревью; на проверке; проверка; тестирование; на тестировании; перевірка; w przegladzie; testowanie; ke kontrole; incelemede; testte; 评审中; 审核中; 测试中; 待评审; 待验收; 待测试; 审查中; レビュー中; レビュー待ち; テスト中; 確認中; 검토중; 검토 중; 리뷰 중; 테스트 중; dang review; dang kiem thu; sedang direview; กำลังตรวจสอบ`,
  blocked: `blocked; bloqueadas; bloqueados; bloquees; blockierte; заблокированные; blocked items; blocked stories; blocked tasks; on hold; hold; waiting; stuck; paused; impeded; blocked by; suspended; bloqueado; bloqueada; en espera; em espera; parado; bloque; bloquee; en attente; blockiert; wartet; bloccato; bloccata; in attesa; geblokkeerd; wacht; blockerad; заблокировано; ожидает; на паузе; ожидание; блок; заблоковано; zablokowane; wstrzymane; blokovano; engellendi; beklemede; bloke; 阻塞; 被阻塞; 暂停; 挂起; ブロック; 保留; 停止中; 차단; 보류; 막힘; bi chan; tam dung; terblokir; ติดปัญหา`,
  dropped: `dropped; cancelled; canceled; won t do; wontfix; won t fix; removed; abandoned; rejected; skipped; obsolete; descoped; superseded; deprecated; discarded; cut; cancelado; cancelada; descartado; eliminado; annule; annulee; abandonne; abgebrochen; verworfen; gestrichen; annullato; scartato; geannuleerd; vervallen; avbruten; отменено; отменена; отклонено; скасовано; anulowane; odrzucone; zruseno; iptal; iptal edildi; 取消; 已取消; 废弃; 中止; キャンセル; 취소; 폐기; huy; da huy; dibatalkan; ยกเลิก`,
  ready: `ready; pendientes; pendentes; планируемые; approved for development; approved for implementation; approved for sprint; approved for work; ready for development; ready for dev; ready for sprint; ready to start; aprobado para desarrollo; aprovado para desenvolvimento; approuve pour developpement; freigegeben zur umsetzung; 尚未开始; 尚未開始; 未開始; 待開發; 待开发; next; not completed; not complete; not done; incomplete; uncompleted; no completado; sin completar; nao concluido; non termine; nicht erledigt; nicht abgeschlossen; не завершено; 未完成; 未完了; 미완료; todo; to do; open; planned; new; not started; pending; selected; committed; estimated; to be done; scheduled; not yet started; unstarted; upcoming; queued; approved for dev; assigned; defined; remaining; pendiente; por hacer; no iniciado; sin empezar; planificado; a fazer; pendente; nao iniciado; planejado; a faire; non commence; planifie; pret; offen; geplant; zu erledigen; bereit; nicht begonnen; neu; da fare; da iniziare; pianificato; aperto; te doen; open staand; gepland; niet gestart; att gora; ej startad; planerad; kvar; к выполнению; не начато; запланировано; планируется; открыто; новая; ожидается; до виконання; do zrobienia; zaplanowane; nierozpoczete; k vyrizeni; naplanovano; yapilacak; planlandi; baslamadi; bekliyor; 待办; 未开始; 待开始; 计划中; 待处理; 未着手; 未対応; 予定; 準備完了; 대기; 예정; 할 일; 시작 전; 미착수; can lam; chua bat dau; chua lam; akan dikerjakan; belum dimulai; ยังไม่เริ่ม; รอดำเนินการ; معلق`,
  backlog: `backlog; icebox; idea; proposed; draft; someday; triage; unplanned; deferred; postponed; later; бэклог; 待规划; backlog item; 未计划`,
}

/** Folded word → state. */
export const STATUSES: ReadonlyMap<string, ItemStatus> = lookup(STATUS_WORDS)

/** Marks that stand for a state. */
export const STATUS_MARKS: ReadonlyMap<string, ItemStatus> = new Map<string, ItemStatus>([
  ['✅', 'done'],
  ['✔', 'done'],
  ['☑', 'done'],
  ['✓', 'done'],
  ['🟢', 'done'],
  ['🎉', 'done'],
  ['🏁', 'done'],
  ['💯', 'done'],
  ['🔄', 'in_progress'],
  ['🚧', 'in_progress'],
  ['🟡', 'in_progress'],
  ['🔨', 'in_progress'],
  ['🏗', 'in_progress'],
  ['🔵', 'in_progress'],
  ['🔃', 'in_progress'],
  ['🟠', 'in_progress'],
  ['👀', 'in_review'],
  ['🔍', 'in_review'],
  ['🔎', 'in_review'],
  ['⛔', 'blocked'],
  ['🚫', 'blocked'],
  ['🔴', 'blocked'],
  ['🛑', 'blocked'],
  ['⏸', 'blocked'],
  ['❌', 'dropped'],
  ['🗑', 'dropped'],
  ['⬜', 'ready'],
  ['☐', 'ready'],
  ['⏳', 'ready'],
  ['📋', 'ready'],
  ['🔲', 'ready'],
  ['⚪', 'ready'],
  ['📝', 'ready'],
  ['⌛', 'ready'],
  ['🔜', 'ready'],
  ['📅', 'ready'],
  ['🆕', 'ready'],
])

/** The marks that say a state wherever they stand in a title; the others do so only in a status column or field. */
export const PLAIN_STATUS_MARKS: ReadonlySet<string> = new Set([
  '✅',
  '✔',
  '☑',
  '🔄',
  '🚧',
  '⏳',
  '⛔',
  '❌',
  '⬜',
  '☐',
  '🔲',
  '✓',
  '⏸',
])
