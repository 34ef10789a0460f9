// Words of the catalogues that only the server's own pages say: they are left out of the app.
export const serverWords = /^(organisers?|template|minutes|delivery|statistics|invite|glossary|side|modality)\.|^evaluation\.(?!label$)|^lobby\.(again|still|now)$|^pack\.(?!open$)|^code\.(CYCLE|UNKNOWN_ORGANISER|NOT_CLOSED_YET|ERASED)$/;
