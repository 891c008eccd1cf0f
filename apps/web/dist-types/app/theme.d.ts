import { type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
/** DESIGN tokens as a Mantine theme. One filled button a screen, so the quiet one is the default. */
export declare const theme: {
    focusRing?: "auto" | "always" | "never";
    scale?: number;
    fontSmoothing?: boolean;
    white?: string;
    black?: string;
    colors?: {
        [x: string & {}]: MantineColorsTuple | undefined;
        dark?: MantineColorsTuple;
        gray?: MantineColorsTuple;
        red?: MantineColorsTuple;
        pink?: MantineColorsTuple;
        grape?: MantineColorsTuple;
        violet?: MantineColorsTuple;
        indigo?: MantineColorsTuple;
        blue?: MantineColorsTuple;
        cyan?: MantineColorsTuple;
        green?: MantineColorsTuple;
        lime?: MantineColorsTuple;
        yellow?: MantineColorsTuple;
        orange?: MantineColorsTuple;
        teal?: MantineColorsTuple;
    };
    primaryShade?: import("@mantine/core").MantineColorShade | {
        light?: import("@mantine/core").MantineColorShade;
        dark?: import("@mantine/core").MantineColorShade;
    };
    primaryColor?: string;
    variantColorResolver?: import("@mantine/core").VariantColorsResolver;
    autoContrast?: boolean;
    luminanceThreshold?: number;
    fontFamily?: string;
    fontFamilyMonospace?: string;
    headings?: {
        fontFamily?: string;
        fontWeight?: string;
        textWrap?: "wrap" | "nowrap" | "balance" | "pretty" | "stable";
        sizes?: {
            h1?: {
                fontSize?: string;
                fontWeight?: string;
                lineHeight?: string;
            };
            h2?: {
                fontSize?: string;
                fontWeight?: string;
                lineHeight?: string;
            };
            h3?: {
                fontSize?: string;
                fontWeight?: string;
                lineHeight?: string;
            };
            h4?: {
                fontSize?: string;
                fontWeight?: string;
                lineHeight?: string;
            };
            h5?: {
                fontSize?: string;
                fontWeight?: string;
                lineHeight?: string;
            };
            h6?: {
                fontSize?: string;
                fontWeight?: string;
                lineHeight?: string;
            };
        };
    };
    radius?: {
        [x: string & {}]: string | undefined;
        xs?: string;
        sm?: string;
        md?: string;
        lg?: string;
        xl?: string;
    };
    defaultRadius?: import("@mantine/core").MantineRadius;
    spacing?: {
        [x: number]: string | undefined;
        [x: string & {}]: string | undefined;
        xs?: string;
        sm?: string;
        md?: string;
        lg?: string;
        xl?: string;
    };
    fontSizes?: {
        [x: string & {}]: string | undefined;
        xs?: string;
        sm?: string;
        md?: string;
        lg?: string;
        xl?: string;
    };
    lineHeights?: {
        [x: string & {}]: string | undefined;
        xs?: string;
        sm?: string;
        md?: string;
        lg?: string;
        xl?: string;
    };
    fontWeights?: {
        [x: string & {}]: string | undefined;
        bold?: string;
        regular?: string;
        medium?: string;
    };
    breakpoints?: {
        [x: string & {}]: string | undefined;
        xs?: string;
        sm?: string;
        md?: string;
        lg?: string;
        xl?: string;
    };
    shadows?: {
        [x: string & {}]: string | undefined;
        xs?: string;
        sm?: string;
        md?: string;
        lg?: string;
        xl?: string;
    };
    respectReducedMotion?: boolean;
    cursorType?: "default" | "pointer";
    defaultGradient?: {
        from?: string;
        to?: string;
        deg?: number;
    };
    activeClassName?: string;
    focusClassName?: string;
    components?: {
        [x: string]: {
            classNames?: any;
            styles?: any;
            vars?: any;
            defaultProps?: any;
        } | undefined;
    };
    other?: {
        [x: string]: any;
    };
};
/** The tokens and Mantine's own surfaces, by colour scheme. */
export declare const cssVariables: CSSVariablesResolver;
