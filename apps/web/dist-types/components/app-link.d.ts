/** A link to a page of Jalon in running text. */
export declare const TextLink: import("@tanstack/react-router").LinkComponent<((props: import("@mantine/core").AnchorProps & {
    component?: "a";
} & Omit<import("react").DetailedHTMLProps<import("react").AnchorHTMLAttributes<HTMLAnchorElement>, HTMLAnchorElement>, "component" | keyof import("@mantine/core").AnchorProps> & {
    ref?: import("react").Ref<HTMLAnchorElement> | undefined;
    renderRoot?: (props: any) => any;
}) => React.ReactElement) & Omit<import("react").FunctionComponent<(import("@mantine/core").AnchorProps & {
    component?: any;
} & Omit<any, "component" | keyof import("@mantine/core").AnchorProps> & {
    ref?: any;
    renderRoot?: (props: any) => any;
}) | (import("@mantine/core").AnchorProps & {
    component: React.ElementType;
    renderRoot?: (props: Record<string, any>) => any;
})>, never> & import("@mantine/core").ThemeExtend<{
    props: import("@mantine/core").AnchorProps;
    defaultComponent: "a";
    defaultRef: HTMLAnchorElement;
    stylesNames: import("@mantine/core").AnchorStylesNames;
    vars: import("@mantine/core").AnchorCssVariables;
    variant: import("@mantine/core").AnchorVariant;
}> & import("@mantine/core").ComponentClasses<{
    props: import("@mantine/core").AnchorProps;
    defaultComponent: "a";
    defaultRef: HTMLAnchorElement;
    stylesNames: import("@mantine/core").AnchorStylesNames;
    vars: import("@mantine/core").AnchorCssVariables;
    variant: import("@mantine/core").AnchorVariant;
}> & {
    varsResolver: import("@mantine/core").VarsResolver<{
        props: import("@mantine/core").AnchorProps;
        defaultComponent: "a";
        defaultRef: HTMLAnchorElement;
        stylesNames: import("@mantine/core").AnchorStylesNames;
        vars: import("@mantine/core").AnchorCssVariables;
        variant: import("@mantine/core").AnchorVariant;
    }>;
} & import("@mantine/core").PolymorphicComponentWithProps<{
    props: import("@mantine/core").AnchorProps;
    defaultComponent: "a";
    defaultRef: HTMLAnchorElement;
    stylesNames: import("@mantine/core").AnchorStylesNames;
    vars: import("@mantine/core").AnchorCssVariables;
    variant: import("@mantine/core").AnchorVariant;
}> & Record<string, never>, string>;
/** A link to a page of Jalon that looks like a button. */
export declare const ButtonLink: import("@tanstack/react-router").LinkComponent<((props: import("@mantine/core").ButtonProps & {
    component?: "a";
} & Omit<import("react").DetailedHTMLProps<import("react").AnchorHTMLAttributes<HTMLAnchorElement>, HTMLAnchorElement>, "component" | keyof import("@mantine/core").ButtonProps> & {
    ref?: import("react").Ref<HTMLAnchorElement> | undefined;
    renderRoot?: (props: any) => any;
}) => React.ReactElement) & Omit<import("react").FunctionComponent<(import("@mantine/core").ButtonProps & {
    component?: any;
} & Omit<any, "component" | keyof import("@mantine/core").ButtonProps> & {
    ref?: any;
    renderRoot?: (props: any) => any;
}) | (import("@mantine/core").ButtonProps & {
    component: React.ElementType;
    renderRoot?: (props: Record<string, any>) => any;
})>, never> & import("@mantine/core").ThemeExtend<{
    props: import("@mantine/core").ButtonProps;
    defaultRef: HTMLButtonElement;
    defaultComponent: "button";
    stylesNames: import("@mantine/core").ButtonStylesNames;
    vars: import("@mantine/core").ButtonCssVariables;
    variant: import("@mantine/core").ButtonVariant;
    staticComponents: {
        Group: typeof import("@mantine/core").ButtonGroup;
        GroupSection: typeof import("@mantine/core").ButtonGroupSection;
    };
}> & import("@mantine/core").ComponentClasses<{
    props: import("@mantine/core").ButtonProps;
    defaultRef: HTMLButtonElement;
    defaultComponent: "button";
    stylesNames: import("@mantine/core").ButtonStylesNames;
    vars: import("@mantine/core").ButtonCssVariables;
    variant: import("@mantine/core").ButtonVariant;
    staticComponents: {
        Group: typeof import("@mantine/core").ButtonGroup;
        GroupSection: typeof import("@mantine/core").ButtonGroupSection;
    };
}> & {
    varsResolver: import("@mantine/core").VarsResolver<{
        props: import("@mantine/core").ButtonProps;
        defaultRef: HTMLButtonElement;
        defaultComponent: "button";
        stylesNames: import("@mantine/core").ButtonStylesNames;
        vars: import("@mantine/core").ButtonCssVariables;
        variant: import("@mantine/core").ButtonVariant;
        staticComponents: {
            Group: typeof import("@mantine/core").ButtonGroup;
            GroupSection: typeof import("@mantine/core").ButtonGroupSection;
        };
    }>;
} & import("@mantine/core").PolymorphicComponentWithProps<{
    props: import("@mantine/core").ButtonProps;
    defaultRef: HTMLButtonElement;
    defaultComponent: "button";
    stylesNames: import("@mantine/core").ButtonStylesNames;
    vars: import("@mantine/core").ButtonCssVariables;
    variant: import("@mantine/core").ButtonVariant;
    staticComponents: {
        Group: typeof import("@mantine/core").ButtonGroup;
        GroupSection: typeof import("@mantine/core").ButtonGroupSection;
    };
}> & {
    Group: typeof import("@mantine/core").ButtonGroup;
    GroupSection: typeof import("@mantine/core").ButtonGroupSection;
}, string>;
