import { html } from './html.ts'
import type { Content, Html } from './html.ts'

export type PageFrame = {
  readonly title: string
  readonly header: Content
  readonly main: Content
}

/** One whole document. */
export function documentOf({ title, header, main }: PageFrame): string {
  const page: Html = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to the results</a>
        <header class="top">${header}</header>
        <main id="main" tabindex="-1">${main}</main>
        <footer class="bottom">
          <p>
            Every word that is marked stands in its paragraph. Numbers are counts, not guesses, unless they
            say so.
          </p>
        </footer>
      </body>
    </html> `
  return page.markup
}
