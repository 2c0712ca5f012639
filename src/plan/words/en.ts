// English: words by which a plan names what the reader looks for. docs/words/en.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const en = {
  name: 'English',
  ceremonies: {
    retro:
      'retrospective; retro; retros; lessons learned session; retrospective meeting; lookback; look back meeting; sprint retro',
    refinement:
      'refinement; grooming; backlog refinement; backlog grooming; triage; bug triage; story time; estimation session; revisit the release plan; update product backlog; product backlog refinement; pbr; three amigos; backlog sync; refining; refinement session; story mapping',
    standup:
      'standup; stand up; stand ups; standups; daily; daily scrum; scrum meeting; scrum meetings; scrum times; scrum time; daily check in; daily checkin; daily sync; dailies; daily meeting; huddle; daily huddle; morning check in; morning sync; daily stand up; daily standup; scrum daily; check in daily',
    planning:
      'sprint planning; planning; kickoff; kick off; planning meeting; iteration planning; kick off meeting; sprint kickoff; sprint kick off; sprint start meeting',
    digest:
      'digest; status update; status updates; weekly update; weekly updates; weekly report; newsletter; stakeholder update; stakeholder digest; status report; progress report; daily thread; daily update thread; daily update; weekly status; status mail; status email; status note; weekly summary; friday update; weekly digest; risk digest; daily digest; daily report; daily summary',
    review:
      'review; sprint review; demo; demos; demonstration; showcase; demo day; audit; show and tell; sprint demo; sprint review meeting; iteration review; final demo; customer demo',
    release:
      'release; deploy; deployment; launch; go live; golive; ship; rollout; release window; beta release; publish; release day; release cut; production release; prod release; production deploy; production deployment; hotfix release; soft launch; cutover',
    sync: 'sync; syncs; meeting; meetings; check in; checkin; check ins; checkins; mid sprint check; mid sprint check in; mid sprint check ins; mid sprint checkin; weekly sync; workshop; clinic; office hours; jam; dry run; walkthrough; training; pairing; mob; mid sprint; midpoint; standby; call; 1 1; one on one; biweekly; stakeholder sync; ops review; 1 1s; 1on1; 1on1s; one on ones; all hands; town hall; steering committee; steerco; weekly meeting; weekly call; scrum of scrums; working session; alignment; brown bag; lunch and learn; tech talk; guild; community of practice; weeklies; status meeting; team meeting',
    milestone:
      'milestone; deadline; freeze; code freeze; feature freeze; checkpoint; gate; phase; cutoff; due; complete; scope freeze; content freeze; feature complete; code complete; sprint start; sprint end; sprint begins; sprint ends; sprint starts; sprint kickoff date',
  },
} satisfies LanguageWords
