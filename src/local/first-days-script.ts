// What the members of the local workspace do on its first two days: their check-ins, commands and blockers. A table.

/** One member's turn at a stand-up. */
export interface Turn {
  /** Slack user id of src/local/seed.ts. */
  userId: string
  done: string
  today: string
  blockers?: string
  /** Answers with a plain reply in the thread instead of the modal. */
  inThread?: true
  /** `/sprint` commands afterwards; a modal that one opens is submitted as it stands. */
  commands?: string[]
}

/** A team's stand-ups, by channel id and local date. */
export const FIRST_DAYS: { channelName: string; days: Record<string, Turn[]> }[] = [
  {
    channelName: 'harbor-payments',
    days: {
      '2026-11-16': [
        {
          userId: 'U0TOMASRIVR',
          done: 'Release notes for last sprint',
          today: 'HP-421: domain files for the first pilot shops',
          commands: ['/sprint start HP-414'],
        },
        {
          userId: 'U0PRIYARAMN',
          done: 'Traced the double payouts to the refund webhook',
          today: 'HP-431: a key per refund',
        },
        {
          userId: 'U0JONASWEBR',
          done: 'Apple Pay button behind a flag',
          today: 'Review comments on HP-420',
          inThread: true,
        },
        {
          userId: 'U0GRACELIUQ',
          done: 'Plan for the refund suite',
          today: 'HP-432: the first ten cases',
          commands: ['/sprint start HP-432'],
        },
        {
          userId: 'U0MAYAOKAFR',
          done: 'Agreed the pilot list with Merchant Success',
          today: 'Issuer texts with Legal',
        },
      ],
      '2026-11-17': [
        {
          userId: 'U0PRIYARAMN',
          done: 'HP-431: refunds carry a key now',
          today: 'HP-412: network tokens for the first issuer',
        },
        {
          userId: 'U0TOMASRIVR',
          done: 'Three of five shops verified',
          today: 'HP-414: alert thresholds',
          blockers: 'Two shops cannot serve the domain file',
          commands: ['/sprint block HP-421 Two pilot shops cannot serve the domain file'],
        },
        {
          userId: 'U0JONASWEBR',
          done: 'HP-420 passed review',
          today: 'Pilot roll-out page',
          commands: ['/sprint done HP-420'],
        },
        {
          userId: 'U0GRACELIUQ',
          done: 'HP-432: all cases green',
          today: 'Exploratory tests of Apple Pay',
          commands: ['/sprint done HP-432'],
        },
      ],
    },
  },
  {
    channelName: 'lighthouse-platform',
    days: {
      '2026-11-16': [
        { userId: 'U0RUITAVARS', done: 'Node pool inventory', today: 'lhp-101: staging to 1.33' },
        {
          userId: 'U0ANOUKVRIS',
          done: 'Runner metrics',
          today: 'lhp-103: autoscaler in staging',
          commands: ['/sprint start lhp-103'],
        },
        {
          userId: 'U0FELIXBRND',
          done: 'List of certificates',
          today: 'lhp-102: the internal ones first',
          inThread: true,
        },
        { userId: 'U0LEILAHDAD', done: 'Cost model draft', today: 'lhp-104: a view for each team' },
      ],
      '2026-11-17': [
        { userId: 'U0RUITAVARS', done: 'Staging runs 1.33', today: 'lhp-101: admission webhooks' },
        {
          userId: 'U0FELIXBRND',
          done: '14 of 31 certificates rotated',
          today: 'The next ten',
          blockers: 'The root certificate is not signed yet',
          commands: ['/sprint block lhp-102 The root certificate is not signed yet'],
        },
        {
          userId: 'U0LEILAHDAD',
          done: 'lhp-104: reviewed by two teams',
          today: 'Unallocated costs',
          commands: ['/sprint done lhp-104'],
        },
      ],
      '2026-11-18': [
        { userId: 'U0RUITAVARS', done: 'Webhooks pass on 1.33', today: 'Dry run checklist for Monday' },
        { userId: 'U0ANOUKVRIS', done: 'Autoscaler scales to zero', today: 'Long builds' },
        {
          userId: 'U0FELIXBRND',
          done: '24 of 31 certificates',
          today: 'Chasing the signature',
          inThread: true,
        },
      ],
    },
  },
  {
    channelName: 'tidepool-mobile',
    days: {
      '2026-11-16': [
        { userId: 'U0ARJUNMEHT', done: 'Sync queue design', today: 'TPM-305: back-off' },
        { userId: 'U0KAVYANAIR', done: 'Cart store prototype', today: 'TPM-301: migrations' },
        {
          userId: 'U0DEVPATELQ',
          done: 'Signing certificate updated',
          today: 'TPM-302: the same store on iOS',
        },
        {
          userId: 'U0SARAIYERQ',
          done: 'TPM-304 copy approved',
          today: 'States for a resumed order',
          inThread: true,
        },
      ],
      '2026-11-17': [
        {
          userId: 'U0ARJUNMEHT',
          done: 'TPM-305 in review',
          today: 'TPM-303: crash markers',
          commands: ['/sprint start TPM-303'],
        },
        { userId: 'U0KAVYANAIR', done: 'Migrations tested on old phones', today: 'TPM-301: full storage' },
        { userId: 'U0DEVPATELQ', done: 'Store reads and writes', today: 'TPM-302: encryption' },
      ],
      '2026-11-18': [
        {
          userId: 'U0KAVYANAIR',
          done: 'TPM-301: full storage handled',
          today: 'Hand-over for review',
          commands: ['/sprint review TPM-301'],
        },
        {
          userId: 'U0ARJUNMEHT',
          done: 'TPM-305 merged',
          today: 'TPM-303: resume screen',
          commands: ['/sprint done TPM-305'],
        },
        {
          userId: 'U0SARAIYERQ',
          done: 'Resume screen states',
          today: 'Usability test on Thursday',
          inThread: true,
        },
      ],
    },
  },
]
