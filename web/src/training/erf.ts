/**
 * The error function in double precision, which JavaScript lacks; Python's twin is `math.erf`.
 *
 * Rational approximations of FreeBSD's msun (`s_erf.c`, Sun Microsystems 1993), wrong by less than
 * one unit in the last place. C libraries use the same ones.
 */
const ERX = 8.45062911510467529297e-1;
const EFX = 1.28379167095512586316e-1;
const EFX8 = 1.02703333676410069053;

/** |x| < 0.84375 */
const PP = [
  1.28379167095512558561e-1, -3.2504210724700149937e-1, -2.84817495755985104766e-2, -5.77027029648944159157e-3,
  -2.37630166566501626084e-5,
];
const QQ = [
  1, 3.97917223959155352819e-1, 6.50222499887672944485e-2, 5.08130628187576562776e-3, 1.32494738004321644526e-4,
  -3.9602282787753681232e-6,
];
/** 0.84375 ≤ |x| < 1.25 */
const PA = [
  -2.36211856075265944077e-3, 4.14856118683748331666e-1, -3.72207876035701323847e-1, 3.18346619901161753674e-1,
  -1.10894694282396677476e-1, 3.54783043256182359371e-2, -2.166375594868790843e-3,
];
const QA = [
  1, 1.06420880400844228286e-1, 5.40397917702171048937e-1, 7.18286544141962662868e-2, 1.26171219808761642112e-1,
  1.36370839120290507362e-2, 1.1984499846799107417e-2,
];
/** 1.25 ≤ |x| < 1/0.35 */
const RA = [
  -9.86494403484714822705e-3, -6.93858572707181764372e-1, -1.05586262253232909814e1, -6.23753324503260060396e1,
  -1.62396669462573470355e2, -1.84605092906711035994e2, -8.12874355063065934246e1, -9.81432934416914548592,
];
const SA = [
  1, 1.96512716674392571292e1, 1.376577541435190426e2, 4.34565877475229228821e2, 6.45387271733267880336e2, 4.29008140027567833386e2,
  1.08635005541779435134e2, 6.57024977031928170135, -6.04244152148580987438e-2,
];
/** 1/0.35 ≤ |x| < 6 */
const RB = [
  -9.86494292470009928597e-3, -7.99283237680523006574e-1, -1.77579549177547519889e1, -1.60636384855821916062e2,
  -6.37566443368389627722e2, -1.02509513161107724954e3, -4.83519191608651397019e2,
];
const SB = [
  1, 3.03380607434824582924e1, 3.25792512996573918826e2, 1.53672958608443695994e3, 3.19985821950859553908e3,
  2.55305040643316442583e3, 4.74528541206955367215e2, -2.24409524465858183362e1,
];

/** erf(x) = 2/√π · ∫₀ˣ e^(−t²) dt, between −1 and 1. */
export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  const magnitude = Math.abs(x);
  if (magnitude < 0.84375) return small(x, magnitude);
  const positive = magnitude >= 6 ? 1 : magnitude < 1.25 ? middle(magnitude) : large(magnitude);
  return x < 0 ? -positive : positive;
}

function small(x: number, magnitude: number): number {
  if (magnitude < 2 ** -28) return magnitude < 2 ** -1014 ? 0.125 * (8 * x + EFX8 * x) : x + EFX * x;
  const square = x * x;
  return x + x * (polynomial(PP, square) / polynomial(QQ, square));
}

function middle(magnitude: number): number {
  const above = magnitude - 1;
  return ERX + polynomial(PA, above) / polynomial(QA, above);
}

function large(magnitude: number): number {
  const inverse = 1 / (magnitude * magnitude);
  const ratio =
    magnitude < 1 / 0.35 ? polynomial(RA, inverse) / polynomial(SA, inverse) : polynomial(RB, inverse) / polynomial(SB, inverse);
  const coarse = withoutLowWord(magnitude);
  const exponential = Math.exp(-coarse * coarse - 0.5625) * Math.exp((coarse - magnitude) * (coarse + magnitude) + ratio);
  return 1 - exponential / magnitude;
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

/** The number with the lower half of its bits cleared, so that its square is exact. */
function withoutLowWord(x: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  view.setUint32(4, 0);
  return view.getFloat64(0);
}
