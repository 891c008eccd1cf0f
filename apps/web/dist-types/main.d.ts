import '@fontsource-variable/figtree/index.css';
import '@mantine/core/styles.layer.css';
import './app/global.css';
