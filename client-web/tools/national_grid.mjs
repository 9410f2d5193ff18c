// From longitude and latitude (WGS84) to eastings and northings in metres on the National Grid
// (OSGB36). A Helmert shift stands for Ordnance Survey's own grid of shifts: good to about 5 m,
// which is less than a boundary here is simplified by.
import proj4 from "proj4";

/** The ellipsoid and the projection alone, for who has OSGB36's own latitudes. */
export const grid = "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +units=m +no_defs";
const shifted = `${grid} +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489`;

const converter = proj4("WGS84", shifted);

/** [longitude, latitude] in degrees → [easting, northing] in metres. */
export const toNationalGrid = (point) => converter.forward(point);
