import { createContext } from 'react';

/** Marks the scripts that are ours while a page is rendered; the server turns it into hashes and takes it out again. */
export const Nonce = createContext<string | undefined>(undefined);
/** The treaty's prebuilt HTML on the server; empty in the browser, where React leaves the server's DOM alone. */
export const TreatyHtml = createContext('');
