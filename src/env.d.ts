declare namespace App {
  interface Locals {
    /** The edition the page shows; every page sets it before its layout renders. */
    edition: import('./sets/edition.ts').Edition
    /** The edition's chapters in order. */
    chapters: import('./components/chapters.ts').Chapter[]
    /** Every published edition, newest first. */
    published: import('./schemas/listing.ts').Listing[]
    /** The chapter being read, on a chapter's page. */
    chapter?: import('./components/chapters.ts').Chapter
  }
}

interface ImportMetaEnv {
  readonly SITE: string | undefined
  /** Whether this build makes the editions' PDFs. */
  readonly REPORT: true | undefined
  /** The key for 天地图; empty where there is none. */
  readonly TIANDITU_KEY: string
  /** The script that stands in the head of every page (`layouts/appearance.ts`). */
  readonly APPEARANCE: string
  /** The script that stands in the head of a page for other sites' frames (`layouts/pinScheme.ts`). */
  readonly PIN_SCHEME: string
  /** The script at the end of such a page: it reports its height and reads out its marks. */
  readonly FRAMED: string
}

interface Navigator {
  /** Information about the network connection; only some browsers have it. */
  readonly connection?: { readonly saveData?: boolean }
}
