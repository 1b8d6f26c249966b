import type { Reader } from '../i18n/reader.ts'
import { footer } from './footer.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { keysDialog } from './keys-dialog.ts'

/** What of a page is its own; the browser patches these, the server puts them into a document. */
export type PageParts = {
  /** As plain text. */
  readonly title: string
  /** The box, and what stands beside it. */
  readonly header: Html
  readonly main: Html
  /** Path and query by which the same page is found again. */
  readonly address: string
}

/** Addresses of what a browser runs: the script itself, and the catalogue that it will ask for. */
export type PageScript = { readonly entry: string; readonly catalogue?: string | undefined }

/** One whole document. Without a script it does the same, page by page. */
export function documentOf(
  { title, header, main, address }: PageParts,
  reader: Reader,
  script?: PageScript,
): string {
  const page: Html = html`<!doctype html>
    <html lang="${reader.locale}" dir="${reader.direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="canonical" href="${address}" />
        <link rel="stylesheet" href="/style.css" />
        ${script?.catalogue !== undefined && html`<link rel="modulepreload" href="${script.catalogue}" />`}
        ${script && html`<script type="module" src="${script.entry}"></script>`}
      </head>
      <body>
        <a class="skip" href="#main">${reader.say('page.skip')}</a>
        <header class="top" id="top">${header}</header>
        <main id="main" tabindex="-1">${main}</main>
        <p class="unseen" id="status" role="status"></p>
        <footer class="bottom" id="bottom">${footer(address, reader)}</footer>
        ${script && keysDialog(reader)}
      </body>
    </html> `
  return page.markup
}
