// Words of the catalogues that only the server's own pages say: they are left out of the app.
export const serverWords = /^(organiser|template|minutes|delivery|statistics|invite|glossary|side|modality)\.|^evaluation\.(?!label$)|^lobby\.(again|still|now)$|^pack\.(?!open$)|^code\.(CYCLE|NOT_CLOSED_YET|ERASED)$/;
