/** Keeps a sentence's « quotes », high punctuation and units on one line with what they belong to. */
export declare const keepFrenchSpaces: (sentence: string) => string;
