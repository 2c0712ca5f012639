// CHANGELOG.md, which is kept by hand: a `## ` heading a version, the newest first.

/**
 * What CHANGELOG.md says of one version, as Markdown without its heading.
 * @param tag a version with or without a leading "v": "v1.2.3"
 * @throws Error where there is no such section, where it is empty, or where it stands twice; it names the versions there are
 */
export function sectionOf(changelog: string, tag: string): string {
  const version = tag.replace(/^v/, '')
  const sections = changelog
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...lines] = section.split(/\r?\n/)
      // The heading may state a date: "1.2.3 (2026-11-30)".
      return { version: heading.trim().split(/\s/)[0] ?? '', text: lines.join('\n').trim() }
    })
  const [found, twice] = sections.filter((section) => section.version === version)
  if (!found)
    throw new Error(
      `CHANGELOG.md has no section "## ${version}", but: ${sections.map((section) => section.version).join(', ') || 'none at all'}. Give "## Unreleased" that heading, commit, and tag again.`,
    )
  if (twice) throw new Error(`CHANGELOG.md has two sections "## ${version}". Make them one.`)
  if (!found.text)
    throw new Error(`CHANGELOG.md says nothing under "## ${version}". Write what people will notice.`)
  return found.text
}

/** Fails where a tag is not the version that package.json states. @throws Error */
export function checkTag(tag: string, version: string): void {
  if (tag !== `v${version}`)
    throw new Error(
      `The tag is ${tag || 'missing'}, and package.json states ${version}: the tag must be v${version}, or package.json be raised first.`,
    )
}
