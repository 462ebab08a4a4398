// Puts each drawing in the place of its image: pointed at, its parts say what they are.
for (const image of document.querySelectorAll('.lw-tips>img')) {
const text = decodeURIComponent(image.src.slice(image.src.indexOf(',') + 1));
image.replaceWith(document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true));
}
