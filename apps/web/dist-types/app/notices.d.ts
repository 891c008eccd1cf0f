import '@mantine/notifications/styles.layer.css';
/** Where notices appear; loaded after the page. */
export default function Notices(): import("react").JSX.Element;
