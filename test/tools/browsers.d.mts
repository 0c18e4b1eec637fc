/** Where a browser of this machine is. */
export interface BrowserProgram {
  readonly program: string;
  readonly driver?: string;
  readonly display?: string;
}

/** The browsers of this machine; an engine that is not there is left out. */
export declare const findBrowsers: () => Readonly<Partial<Record<'chromium' | 'firefox' | 'webkit', BrowserProgram>>>;
